package org.paysign.sandbox;

/** What to tell when a port cannot be had. */
final class TakenPort {
    private TakenPort() {}

    static IllegalStateException named(int port, String key, Exception cause) {
        return new IllegalStateException("Port " + port + " is taken: set " + key + " to a free one", cause);
    }
}
