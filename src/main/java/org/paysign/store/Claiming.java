package org.paysign.store;

import java.time.Duration;

/**
 * How much is claimed.
 *
 * @param batch rows a claim takes
 * @param inFlight claimed rows of one lane at which no further hand joins in
 * @param lease how long a claim holds; longer than the work on a whole batch, and as long as a crash delays that batch
 */
public record Claiming(int batch, int inFlight, Duration lease) {

    /** From the configuration. */
    public static Claiming ofSeconds(int batch, int inFlight, long lease) {
        return new Claiming(batch, inFlight, Duration.ofSeconds(lease));
    }
}
