package org.paysign.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL of its own that can be stopped, started again on the same rows, and made a standby. */
public final class LostServer implements AfterAllCallback {

    private final Path data;
    private EmbeddedPostgres running;

    public LostServer() {
        try {
            data = Files.createTempDirectory("postgres").resolve("data");
            running = Postgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .start();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public String url() {
        return running.getJdbcUrl(Postgres.USER, Postgres.USER);
    }

    /** Ends every connection and the server with them. */
    public void stop() throws IOException {
        running.close();
    }

    /** At the same address, with what was committed. */
    public void startAgain() throws IOException {
        running = Postgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(running.getPort())
                .start();
    }

    /** Refuses to write, as a primary does that has become a standby, or is one again. */
    public void readOnly(boolean on) {
        JdbcClient jdbc = JdbcClient.create(running.getPostgresDatabase());
        jdbc.sql("ALTER SYSTEM SET default_transaction_read_only = " + on).update();
        jdbc.sql("SELECT pg_reload_conf()").query().singleRow();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        running.close();
    }
}
