package org.paysign.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port for a process that is told its port: below those that the system gives to connections, which would take one
 * that it had named itself before the process is up.
 */
public final class FreePort {

    private static final int FIRST = 12_000;
    private static final int BEHIND = 32_000;
    private static final int TRIES = 100;
    /** Each JVM that tests has ports of its own: what one has found and not taken yet, another would find as well. */
    private static final int SHARES = 8;

    private static final int SHARE = Integer.getInteger("tests.fork", 0) % SHARES;

    private static final Set<Integer> FOUND = ConcurrentHashMap.newKeySet();

    private FreePort() {}

    /** One that nobody listens on at this moment, and that nobody has found before. */
    public static int find() {
        for (int i = 0; i < TRIES; i++) {
            int size = (BEHIND - FIRST) / SHARES;
            int port = FIRST + SHARE * size + ThreadLocalRandom.current().nextInt(size);
            if (!FOUND.add(port)) {
                continue;
            }
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // The next one, then.
            }
        }
        throw new AssertionError("No port of " + FIRST + " to " + BEHIND + " is free");
    }
}
