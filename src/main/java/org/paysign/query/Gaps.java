package org.paysign.query;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before asking again: doubling from the first gap to the longest, each shortened by up to a half at
 * random so that many agreements do not ask at once. There is no last attempt.
 */
public record Gaps(Duration first, Duration longest, RandomGenerator random) {

    /** From the configuration's seconds. */
    public static Gaps ofSeconds(long first, long longest) {
        return new Gaps(Duration.ofSeconds(first), Duration.ofSeconds(longest), RandomGenerator.getDefault());
    }

    /** The gap after so many attempts. */
    Duration after(int attempts) {
        int doublings = Math.min(Math.max(attempts - 1, 0), 30);
        Duration full = first.multipliedBy(1L << doublings);
        Duration capped = full.compareTo(longest) < 0 ? full : longest;
        return capped.multipliedBy(500 + random.nextInt(501)).dividedBy(1000);
    }

    /** The longest gap: for what only a person can mend. */
    Duration slowest() {
        return longest.multipliedBy(500 + random.nextInt(501)).dividedBy(1000);
    }
}
