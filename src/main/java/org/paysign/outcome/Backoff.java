package org.paysign.outcome;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When an outcome is tried again: full jitter, any time between now and a bound that doubles from the first to the
 * longest gap.
 *
 * @param tries no outcome is given up before it was tried so often
 * @param age no outcome is given up before it is so old
 */
public record Backoff(Duration first, Duration longest, int tries, Duration age) {

    /** From the configuration's seconds. */
    public static Backoff ofSeconds(long first, long longest, int tries, long age) {
        return new Backoff(Duration.ofSeconds(first), Duration.ofSeconds(longest), tries, Duration.ofSeconds(age));
    }

    /** The gap after so many tries. */
    Duration after(int tried, RandomGenerator random) {
        int doublings = Math.min(Math.max(tried - 1, 0), 30);
        Duration bound = first.multipliedBy(1L << doublings);
        long capped = Math.min(bound.toMillis(), longest.toMillis());
        return Duration.ofMillis(random.nextLong(capped + 1));
    }

    boolean isExhausted(int tried, Duration old) {
        return tried >= tries && old.compareTo(age) >= 0;
    }
}
