package org.paysign.store;

import java.time.Duration;

/**
 * How often Alipay is asked for one merchant, by all instances together.
 *
 * @param spacing the time between two questions, if there are always some
 * @param burst questions that may follow each other at once after a quiet time
 * @param pause how long nobody asks after Alipay has said that there are too many calls; doubled while it goes on saying so
 * @param longest the longest such pause
 */
public record CallRate(Duration spacing, int burst, Duration pause, Duration longest) {

    /** From the configuration: questions a minute, and seconds. */
    public static CallRate perMinute(int rate, int burst, long pause, long longest) {
        if (rate < 1) {
            throw new IllegalArgumentException("paysign.poll.rate must be at least 1, or nothing is ever asked");
        }
        if (burst < 1) {
            throw new IllegalArgumentException("paysign.poll.burst must be at least 1, or nothing is ever asked");
        }
        // The tables count in microseconds.
        Duration spacing = Duration.ofNanos(60_000_000L / rate * 1_000);
        return new CallRate(spacing, burst, Duration.ofSeconds(pause), Duration.ofSeconds(longest));
    }

    /** How far ahead of their even spacing questions may be. */
    Duration ahead() {
        return spacing.multipliedBy(burst);
    }

    /** How long nobody asks when Alipay has asked for that so many times in a row. */
    Duration pauseAfter(int times) {
        Duration full = pause.multipliedBy(1L << Math.min(Math.max(times - 1, 0), 20));
        return full.compareTo(longest) < 0 ? full : longest;
    }
}
