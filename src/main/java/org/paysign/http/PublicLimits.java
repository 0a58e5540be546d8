package org.paysign.http;

/**
 * What a client of the public port may do.
 *
 * @param bytes of a request's body
 * @param connections at a time
 * @param idleMillis without a byte
 * @param bytesPerSecond a request must come in with at least
 */
public record PublicLimits(long bytes, int connections, long idleMillis, long bytesPerSecond) {

    /** Threads that work on requests. */
    int threads() {
        return 32;
    }
}
