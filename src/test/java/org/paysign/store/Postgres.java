package org.paysign.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One real PostgreSQL for all tests of this JVM; each takes a database of its own. */
public final class Postgres {

    public static final String USER = "postgres";
    public static final String PASSWORD = "postgres";

    private Postgres() {}

    /** Creates an empty database and returns its URL. */
    public static String database() {
        String name = "t" + UUID.randomUUID().toString().replace("-", "").toLowerCase(Locale.ROOT);
        JdbcClient.create(Server.RUNNING.getPostgresDatabase())
                .sql("CREATE DATABASE " + name)
                .update();
        return Server.RUNNING.getJdbcUrl(USER, name);
    }

    /** How a server is made that behaves alike in every environment, and commits as one in production does. */
    public static EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setLocaleConfig("locale", "C")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on");
    }

    /** Started by the first test that asks; stopped with the JVM. */
    private static final class Server {

        private static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return builder().start();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
