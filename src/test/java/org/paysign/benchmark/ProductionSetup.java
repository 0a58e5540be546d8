package org.paysign.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.paysign.process.Jmx;
import org.paysign.process.StandaloneBroker;
import org.paysign.sandbox.KeptKeys;
import org.paysign.store.Postgres;
import org.paysign.support.FreePort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** {@code run} against a PostgreSQL and a broker of their own, all on this machine, reached over TCP. */
final class ProductionSetup implements Setup {

    /** Those that {@code artemis create} writes. */
    private static final List<String> BROKER_OPTIONS =
            List.of("-Xms512M", "-Xmx2G", "-XX:+UseG1GC", "-XX:+UseStringDeduplication");

    private static final String ROLE = "paysign";

    private final Path folder;
    private final Path data;
    private final int publicPort = FreePort.find();
    private final EmbeddedPostgres postgres;
    private final StandaloneBroker broker;
    private final Mailbox mailbox;
    private @Nullable Bundle bundle;
    private @Nullable Jmx brokerView;

    private ProductionSetup(Path folder) throws Exception {
        this.folder = folder;
        this.data = KeptKeys.in(folder.resolve("data"));
        Path merchants = Files.createDirectories(folder.resolve("merchants"));
        Files.copy(Path.of("config/sandbox/merchants/demo.properties"), merchants.resolve("demo.properties"));
        this.postgres = Postgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setCleanDataDirectory(true)
                .start();
        this.broker = StandaloneBroker.in(folder.resolve("broker"), "benchmark", UnaryOperator.identity())
                .withJavaOptions(BROKER_OPTIONS);
        this.mailbox = new Mailbox(broker.plainUrl());
    }

    static ProductionSetup start(Installation installation, Map<String, String> more) throws Exception {
        ProductionSetup setup = new ProductionSetup(Shell.emptyFolder("production"));
        try {
            setup.broker.start();
            setup.brokerView = Jmx.attach(setup.broker.pid());
            setup.startBundle(installation, more);
            return setup;
        } catch (Exception | AssertionError broken) {
            setup.close();
            throw broken;
        }
    }

    private void startBundle(Installation installation, Map<String, String> more) throws Exception {
        int managementPort = FreePort.find();
        Map<String, String> keys = new TreeMap<>(Map.of(
                "paysign.data.dir", data.toString(),
                "paysign.merchants.dir", folder.resolve("merchants").toString(),
                "paysign.broker.url", broker.plainUrl(),
                "paysign.broker.user", ROLE,
                "paysign.broker.password", ROLE,
                "paysign.database.url", databaseUrl(),
                "paysign.database.user", Postgres.USER,
                "paysign.database.password", Postgres.PASSWORD,
                "paysign.http.port", String.valueOf(publicPort),
                "paysign.management.port", String.valueOf(managementPort)));
        keys.put("paysign.sandbox.port", "1");
        keys.putAll(more);
        bundle = Bundle.start(installation.paysign(folder, keys, "run"), managementPort);
    }

    private String databaseUrl() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + Postgres.USER;
    }

    private static <T> T started(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("The set-up is not started");
        }
        return part;
    }

    @Override
    public Part part() {
        return Part.PRODUCTION;
    }

    @Override
    public Bundle bundle() {
        return started(bundle);
    }

    @Override
    public Jmx broker() {
        return started(brokerView);
    }

    @Override
    public Mailbox mailbox() {
        return mailbox;
    }

    @Override
    public Map<String, Long> processes() throws IOException {
        Map<String, Long> processes = new LinkedHashMap<>();
        processes.put("bundle", bundle().pid());
        processes.put("broker", broker.pid());
        processes.put(
                "database",
                Long.parseLong(Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                        .get(0)));
        return processes;
    }

    @Override
    public Path keys() {
        return data.resolve("keys/demo");
    }

    @Override
    public URI notices() {
        return URI.create("http://127.0.0.1:" + publicPort + "/alipay/notify");
    }

    @Override
    public JdbcClient closeAndOpenRows() throws IOException {
        bundle().close();
        bundle = null;
        return JdbcClient.create(new DriverManagerDataSource(databaseUrl(), Postgres.USER, Postgres.PASSWORD));
    }

    @Override
    public void close() throws IOException {
        mailbox.close();
        if (bundle != null) {
            bundle.close();
        }
        if (brokerView != null) {
            brokerView.close();
        }
        broker.close();
        postgres.close();
    }
}
