package org.paysign.sandbox;

import java.io.IOException;
import java.time.Clock;
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

    private World(Server server, ServerConnector connector, WorldDatabase database) {
        this.server = server;
        this.connector = connector;
        this.database = database;
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
        server.setHandler(doors(settings, clock, database));
        server.setErrorHandler(FrontDoor::refuse);
        var world = new World(server, connector, database);
        try {
            server.start();
        } catch (Exception e) {
            world.close();
            throw new IllegalStateException("The sandbox's world did not start", e);
        }
        LOG.info("The world answers at http://127.0.0.1:{}", world.port());
        return world;
    }

    public int port() {
        return connector.getLocalPort();
    }

    /** Waits for nobody: answers being held are dropped. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The sandbox's world did not stop cleanly", e);
        } finally {
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

    private static FrontDoor doors(WorldSettings settings, Clock clock, WorldDatabase database) {
        var check = new RequestCheck(settings.apps(), clock, settings.skew());
        var agreements = new Agreements(database.client());
        var faults = new Faults();
        var methods = new AgreementMethods(agreements, clock);
        var secret = settings.webhookSecret();
        var merchant = new MerchantEndpoints(
                new Receipts(database.client()), secret == null ? null : new WebhookSignature(secret, clock), clock);
        var doors = new FrontDoor()
                .open("POST", "/gateway.do", new FakeAlipay(check, methods, faults, settings))
                .open("POST", "/phone/paySignCenter", new Phone(check, agreements, clock))
                .open("POST", "/alipay/faults", faults::set)
                .open("GET", "/alipay/faults", faults::show)
                .open("POST", "/merchant/faults", merchant::setTrouble)
                .open("GET", "/merchant/faults", merchant::showTroubles)
                .open("GET", "/merchant/outcomes", merchant::outcomes);
        MerchantEndpoints.NAMES.forEach(name -> doors.open("POST", "/merchant/" + name, merchant.named(name)));
        return doors;
    }
}
