package org.paysign.process;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.paysign.store.Postgres;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A PostgreSQL of its own that can be killed and started again at the same address, on the rows it committed. */
final class PostgresServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path data;
    private final int port = Jvm.freePort();
    private @Nullable EmbeddedPostgres running;

    private PostgresServer(Path data) {
        this.data = data;
    }

    /** Prepares one in a folder of its own, not started yet. */
    static PostgresServer in(Path folder) throws IOException {
        return new PostgresServer(Files.createDirectories(folder).resolve("data"));
    }

    /** Returns when it takes connections. */
    void start() throws IOException {
        running = Postgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    /** SIGKILL to the server and to what serves its connections: nothing is flushed, nobody is told. */
    void kill() throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0));
        List<ProcessHandle> all = ProcessHandle.of(pid).stream()
                .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        await().atMost(PATIENCE).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
        close();
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + Postgres.USER;
    }

    JdbcClient jdbc() {
        return JdbcClient.create(new DriverManagerDataSource(url(), Postgres.USER, Postgres.PASSWORD));
    }

    /** SIGTERM; lets go of the folder. */
    @Override
    public void close() throws IOException {
        EmbeddedPostgres ending = running;
        running = null;
        if (ending != null) {
            ending.close();
        }
    }
}
