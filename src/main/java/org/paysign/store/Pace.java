package org.paysign.store;

import java.time.Duration;

/**
 * When Alipay is asked about a signed agreement.
 *
 * @param every the gap between two questions
 * @param margin after the agreement ran out: asked too early, Alipay would still say that it is in force
 */
public record Pace(Duration every, Duration margin) {

    /** From the configuration. */
    public static Pace ofSeconds(long every, long margin) {
        return new Pace(Duration.ofSeconds(every), Duration.ofSeconds(margin));
    }
}
