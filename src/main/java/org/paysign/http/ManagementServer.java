package org.paysign.http;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The port for those who look after PaySign: pages that can only be read and, for those who log in, the console; on this
 * machine unless configured. It has threads of its own, so that it answers when the public port is busy.
 */
public final class ManagementServer {

    private static final String PORT_KEY = "paysign.management.port";
    private static final int THREADS = 8;
    private static final int CONNECTIONS = 50;
    private static final long IDLE_MILLIS = 10_000;

    private final Server server;
    private final ServerConnector connector;
    private final Set<String> paths = new TreeSet<>();

    /**
     * Prepares the server.
     *
     * @param pages by their paths
     * @param door what every request has to pass
     * @param console what is behind it beside the pages
     */
    public ManagementServer(
            ManagementAddress address, Map<String, Supplier<Page>> pages, Handler.Wrapper door, Area console) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setName("management");
        threads.setDaemon(true);
        server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(address.host());
        connector.setPort(address.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(CONNECTIONS, (Connector) connector));
        ReadOnlyPages readOnly = new ReadOnlyPages(pages);
        paths.addAll(readOnly.paths());
        paths.addAll(console.paths());
        door.setHandler(new Handler.Sequence(console, readOnly));
        server.setHandler(new OwnNames(new HostNames(address.host(), address.names()), door));
        server.setErrorHandler((request, response, callback) -> {
            // The status says enough; Jetty's page would show the path.
            callback.succeeded();
            return true;
        });
    }

    /** Starts listening; a taken port is named with its key. */
    public void start() throws Exception {
        try {
            connector.open();
        } catch (IOException taken) {
            throw new IllegalStateException(
                    "Port " + connector.getPort() + " is taken: set " + PORT_KEY + " to a free one", taken);
        }
        server.start();
    }

    /** Stops listening. */
    public void stop() throws Exception {
        server.stop();
    }

    /** All that is served. */
    public Set<String> paths() {
        return Set.copyOf(paths);
    }

    /** The port, the real one if 0 was configured. */
    public int port() {
        return connector.getLocalPort();
    }
}
