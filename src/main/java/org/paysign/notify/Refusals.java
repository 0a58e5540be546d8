package org.paysign.notify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts refused notices by reason and tells the log at most once a minute: anybody may send forgeries, and a flood of
 * them must not become a flood of lines. Safe for use by several threads.
 */
public final class Refusals {

    private static final Duration QUIET = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final Clock clock;
    private final Map<Refusal, Long> counts = new ConcurrentHashMap<>();
    private final AtomicReference<Instant> quietUntil = new AtomicReference<>(Instant.MIN);

    public Refusals(Clock clock) {
        this.clock = clock;
    }

    void add(Refusal reason) {
        counts.merge(reason, 1L, Long::sum);
        Instant now = clock.instant();
        Instant end = quietUntil.get();
        if (!now.isBefore(end) && quietUntil.compareAndSet(end, now.plus(QUIET))) {
            LOG.warn("Notices refused since the start: {}", byReason());
        }
    }

    /** How many since the start. */
    public long total() {
        return byReason().values().stream().mapToLong(Long::longValue).sum();
    }

    /** Every reason there is, by its word. */
    public static List<String> reasons() {
        return Arrays.stream(Refusal.values()).map(Refusal::word).toList();
    }

    /** How many since the start, by a word of ours; reasons that never came are left out. */
    public Map<String, Long> byReason() {
        Map<String, Long> byReason = new TreeMap<>();
        counts.forEach((reason, count) -> byReason.put(reason.word(), count));
        return byReason;
    }
}
