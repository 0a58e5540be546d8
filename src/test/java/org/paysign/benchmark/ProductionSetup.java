package org.paysign.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.paysign.process.Jmx;
import org.paysign.support.FreePort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code run} against a PostgreSQL and a broker of their own, all on this machine, reached over TCP. */
final class ProductionSetup implements Setup {

    private final ProductionWorld world;
    private final int publicPort = FreePort.find();
    private final Bundle bundle;
    private final Jmx broker;
    private final Mailbox mailbox;

    private ProductionSetup(ProductionWorld world, Installation installation, Map<String, String> more)
            throws Exception {
        this.world = world;
        this.broker = Jmx.attach(world.broker().pid());
        this.mailbox = new Mailbox(world.broker().plainUrl());
        Map<String, String> keys = new TreeMap<>(more);
        keys.put("paysign.http.port", String.valueOf(publicPort));
        this.bundle = world.run(installation, keys);
    }

    static ProductionSetup start(Installation installation, Map<String, String> more) throws Exception {
        ProductionWorld world = ProductionWorld.start("production");
        try {
            return new ProductionSetup(world, installation, more);
        } catch (Exception broken) {
            world.close();
            throw broken;
        }
    }

    @Override
    public Part part() {
        return Part.PRODUCTION;
    }

    @Override
    public Bundle bundle() {
        return bundle;
    }

    @Override
    public Jmx broker() {
        return broker;
    }

    @Override
    public Mailbox mailbox() {
        return mailbox;
    }

    @Override
    public Map<String, Long> processes() throws IOException {
        Map<String, Long> processes = new LinkedHashMap<>();
        processes.put("bundle", bundle.pid());
        processes.put("broker", world.broker().pid());
        processes.put("database", world.databasePid());
        return processes;
    }

    @Override
    public Path keys() {
        return world.keys();
    }

    @Override
    public URI notices() {
        return URI.create("http://127.0.0.1:" + publicPort + "/alipay/notify");
    }

    @Override
    public JdbcClient closeAndOpenRows() throws IOException {
        bundle.close();
        return world.rows();
    }

    @Override
    public void close() throws IOException {
        mailbox.close();
        bundle.close();
        broker.close();
        world.close();
    }
}
