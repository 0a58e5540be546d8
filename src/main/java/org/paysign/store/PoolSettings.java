package org.paysign.store;

/**
 * How the connections are kept.
 *
 * @param connections in the pool
 * @param patience milliseconds to wait for one before the work is given up, for now
 * @param silence milliseconds without an answer after which a connection to PostgreSQL counts as lost
 * @param lifetime milliseconds after which a connection is replaced
 */
public record PoolSettings(int connections, long patience, long silence, long lifetime) {

    /** The usual ones. */
    static PoolSettings of(int connections) {
        return new PoolSettings(connections, 5_000, 30_000, 600_000);
    }
}
