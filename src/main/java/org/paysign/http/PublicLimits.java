package org.paysign.http;

/**
 * What a client of the public port may do.
 *
 * @param bytes of a request's body
 * @param connections at a time
 * @param idleMillis without a byte
 * @param longestMillis a request may take to arrive
 */
public record PublicLimits(int bytes, int connections, long idleMillis, long longestMillis) {

    /** Threads that work on requests. */
    int threads() {
        return 32;
    }
}
