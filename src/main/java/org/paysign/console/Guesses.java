package org.paysign.console;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts failed logins by the minute, so that nobody guesses passwords or floods the log. Safe for several threads. */
final class Guesses {

    private static final Logger LOG = LoggerFactory.getLogger(Guesses.class);
    private static final int A_MINUTE = 10;
    /** Then all who are new are refused too: somebody has many addresses. */
    private static final int ADDRESSES = 1000;

    private final Clock clock;
    private final Map<String, Integer> failed = new HashMap<>();
    private Instant minute = Instant.EPOCH;

    Guesses(Clock clock) {
        this.clock = clock;
    }

    /** Whether an address has guessed often enough for this minute. */
    synchronized boolean tooMany(String address) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        if (!now.equals(minute)) {
            minute = now;
            failed.clear();
        }
        int known = failed.getOrDefault(address, 0);
        return known >= A_MINUTE || (known == 0 && failed.size() >= ADDRESSES);
    }

    /** Remembers a failure and tells of it, without anything that was typed. */
    synchronized void count(String address) {
        int times = failed.merge(address, 1, Integer::sum);
        LOG.warn(
                "A login on the management port failed, from {}{}",
                address,
                times < A_MINUTE ? "" : "; with " + times + " failures it is refused for the rest of this minute");
    }
}
