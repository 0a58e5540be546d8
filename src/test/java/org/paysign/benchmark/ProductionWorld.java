package org.paysign.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.paysign.process.StandaloneBroker;
import org.paysign.sandbox.KeptKeys;
import org.paysign.store.Postgres;
import org.paysign.support.FreePort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A PostgreSQL and a broker with the shipped {@code broker.xml}, new and empty, and how {@code run} finds them. */
final class ProductionWorld implements AutoCloseable {

    /** Those that {@code artemis create} writes. */
    private static final List<String> BROKER_OPTIONS =
            List.of("-Xms512M", "-Xmx2G", "-XX:+UseG1GC", "-XX:+UseStringDeduplication");

    private static final String ROLE = "paysign";

    private final Path folder;
    private final Path data;
    private final StandaloneBroker broker;
    private @Nullable EmbeddedPostgres postgres;

    private ProductionWorld(Path folder) throws Exception {
        this.folder = folder;
        this.data = KeptKeys.in(folder.resolve("data"));
        Path merchants = Files.createDirectories(folder.resolve("merchants"));
        Files.copy(Path.of("config/sandbox/merchants/demo.properties"), merchants.resolve("demo.properties"));
        this.broker = StandaloneBroker.in(folder.resolve("broker"), "benchmark", UnaryOperator.identity())
                .withJavaOptions(BROKER_OPTIONS);
    }

    static ProductionWorld start(String name) throws Exception {
        ProductionWorld world = new ProductionWorld(Shell.emptyFolder(name));
        try {
            world.postgres = Postgres.builder()
                    .setDataDirectory(world.folder.resolve("postgres"))
                    .setCleanDataDirectory(true)
                    .start();
            world.broker.start();
            return world;
        } catch (Exception | AssertionError broken) {
            world.close();
            throw broken;
        }
    }

    /** Starts the bundle on ports that it is told; they may be taken again when it has ended. */
    Bundle run(Installation installation, Map<String, String> more) throws Exception {
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
                "paysign.http.port", String.valueOf(FreePort.find()),
                "paysign.management.port", String.valueOf(managementPort)));
        keys.put("paysign.sandbox.port", "1");
        keys.putAll(more);
        return Bundle.start(installation.paysign(folder, keys, "run"), managementPort);
    }

    StandaloneBroker broker() {
        return broker;
    }

    /** Of the postmaster, whose children serve the connections. */
    long databasePid() throws IOException {
        return Long.parseLong(
                Files.readAllLines(folder.resolve("postgres/postmaster.pid")).get(0));
    }

    Path keys() {
        return data.resolve("keys/demo");
    }

    JdbcClient rows() {
        return JdbcClient.create(new DriverManagerDataSource(databaseUrl(), Postgres.USER, Postgres.PASSWORD));
    }

    private String databaseUrl() {
        if (postgres == null) {
            throw new IllegalStateException("PostgreSQL is not started");
        }
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + Postgres.USER;
    }

    @Override
    public void close() throws IOException {
        broker.close();
        if (postgres != null) {
            postgres.close();
        }
    }
}
