package org.paysign.sandbox;

import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The outside world of the bundle, on one port of this machine: Alipay, the customer's phone and the merchant. */
public final class World implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(World.class);
    private static final int HEADERS = 64 * 1024;

    private final Server server;
    private final ServerConnector connector;
    private final WorldDatabase database;
    private final NoticeSender sender;

    private World(Server server, ServerConnector connector, WorldDatabase database, NoticeSender sender) {
        this.server = server;
        this.connector = connector;
        this.database = database;
        this.sender = sender;
    }

    /** Returns when the world answers; a taken port or a data directory in use is an IllegalStateException. */
    public static World start(WorldSettings settings, Clock clock) {
        var threads = new QueuedThreadPool(64);
        threads.setName("world");
        var server = new Server(threads);
        var connector = connector(server, settings);
        try {
            connector.open();
        } catch (IOException e) {
            throw TakenPort.named(settings.port(), settings.portKey(), e);
        }
        WorldDatabase database;
        try {
            database = WorldDatabase.open(settings.dataDir());
        } catch (RuntimeException e) {
            connector.close();
            throw e;
        }
        var notices = new Notices(database.client());
        var sender = new NoticeSender(notices, settings, clock);
        var announcer = new Announcer(sender, settings, clock);
        server.setHandler(new Doors(settings, clock, database.client()).open(notices, announcer));
        server.setErrorHandler(FrontDoor::refuse);
        var world = new World(server, connector, database, sender);
        try {
            server.start();
            sender.start();
        } catch (Exception e) {
            world.close();
            throw new IllegalStateException("The sandbox's world did not start", e);
        }
        LOG.info("The world answers at http://127.0.0.1:{}", world.port());
        return world;
    }

    /** Opens one more path of the world. */
    public void open(String method, String path, Endpoint endpoint) {
        door().open(method, path, endpoint);
    }

    /** Lets somebody look on. */
    public void tell(Witness witness) {
        door().tell(witness);
    }

    private FrontDoor door() {
        return (FrontDoor) Objects.requireNonNull(server.getHandler());
    }

    public int port() {
        return connector.getLocalPort();
    }

    /** Waits for nobody: answers being held are dropped, notices not answered go on after the next start. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The sandbox's world did not stop cleanly", e);
        } finally {
            sender.close();
            database.close();
        }
    }

    private static ServerConnector connector(Server server, WorldSettings settings) {
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(HEADERS);
        var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.setPort(settings.port());
        // An answer held back must not be taken for an idle connection.
        connector.setIdleTimeout(settings.hold().plusSeconds(30).toMillis());
        server.addConnector(connector);
        return connector;
    }
}
