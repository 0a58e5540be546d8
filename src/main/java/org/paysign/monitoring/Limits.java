package org.paysign.monitoring;

import java.time.Duration;

/**
 * Beyond what somebody has to look.
 *
 * @param unknown how long an agreement may be UNKNOWN; longer than a signing window, for which that is usual
 * @param outcome how long an outcome may wait
 * @param certificate how long before its end a certificate has to be replaced
 */
public record Limits(Duration unknown, Duration outcome, Duration certificate) {

    /** From the configuration. */
    public static Limits ofSeconds(long unknown, long outcome, long certificate) {
        return new Limits(Duration.ofSeconds(unknown), Duration.ofSeconds(outcome), Duration.ofSeconds(certificate));
    }
}
