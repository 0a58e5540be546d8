package org.paysign.http;

import java.io.IOException;
import org.apache.camel.component.servlet.CamelHttpTransportServlet;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The port the world may reach: one servlet that hands requests to the routes, behind limits on size, time and
 * connections. Answers never repeat anything of a request.
 */
public final class PublicServer {

    private static final int HEADERS = 8 * 1024;
    private static final String PORT_KEY = "paysign.http.port";

    private final Server server;
    private final ServerConnector connector;

    /**
     * Prepares the server.
     *
     * @param limits what a client may send
     */
    public PublicServer(String host, int port, PublicLimits limits) {
        QueuedThreadPool threads = new QueuedThreadPool(limits.threads());
        threads.setName("public");
        server = new Server(threads);
        connector = connector(host, port, limits);
        server.addBean(new NetworkConnectionLimit(limits.connections(), (Connector) connector));
        Deadlines deadlines = new Deadlines(connector.getScheduler(), limits.longestMillis());
        connector.addBean(deadlines);
        server.setHandler(new WholeRequests(limits.bytes(), deadlines, routes()));
        server.setErrorHandler((request, response, callback) -> {
            // The status says enough; Jetty's page would show the path.
            callback.succeeded();
            return true;
        });
    }

    private static Handler routes() {
        ServletContextHandler context = new ServletContextHandler();
        ServletHolder camel = new ServletHolder("CamelServlet", new CamelHttpTransportServlet());
        camel.setAsyncSupported(true);
        context.addServlet(camel, "/*");
        return context;
    }

    private ServerConnector connector(String host, int port, PublicLimits limits) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(HEADERS);
        ServerConnector made = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        made.setHost(host);
        made.setPort(port);
        made.setAcceptQueueSize(limits.connections());
        made.setIdleTimeout(limits.idleMillis());
        server.addConnector(made);
        return made;
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

    /** The port, the real one if 0 was configured. */
    public int port() {
        return connector.getLocalPort();
    }
}
