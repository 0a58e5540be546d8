package org.paysign.signing;

import java.time.Duration;

/**
 * How long an agreement is waited for.
 *
 * @param standard how long a customer may sign if the request sets no {@code effect_time}
 * @param margin added to either, for clocks and pages that stand open
 * @param silence after how long without a word Alipay is asked
 */
public record SigningWindow(Duration standard, Duration margin, Duration silence) {

    /** From the configuration's seconds. */
    public static SigningWindow ofSeconds(long standard, long margin, long silence) {
        return new SigningWindow(Duration.ofSeconds(standard), Duration.ofSeconds(margin), Duration.ofSeconds(silence));
    }

    Duration of(String effectTime) {
        return (effectTime.isEmpty() ? standard : Duration.ofSeconds(Long.parseLong(effectTime))).plus(margin);
    }
}
