package org.paysign.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port for a process that is told its port: below those that the system gives to connections, which would take one
 * that it had named itself before the process is up.
 */
public final class FreePort {

    private static final int FIRST = 12_000;
    private static final int BEHIND = 32_000;
    private static final int TRIES = 100;

    private FreePort() {}

    /** One that nobody listens on at this moment, of so many that two who look at the same time find two. */
    public static int find() {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, BEHIND);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // The next one, then.
            }
        }
        throw new AssertionError("No port of " + FIRST + " to " + BEHIND + " is free");
    }
}
