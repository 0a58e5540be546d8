package org.paysign.sandbox;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The world's memory: an H2 file in which every commit is on disk before it is answered. */
final class WorldDatabase implements AutoCloseable {

    private static final String AGREEMENT =
            """
            CREATE TABLE IF NOT EXISTS agreement (
              seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
              agreement_no VARCHAR NOT NULL UNIQUE,
              app_id VARCHAR NOT NULL,
              external_agreement_no VARCHAR,
              personal_product_code VARCHAR NOT NULL,
              sign_scene VARCHAR NOT NULL,
              external_logon_id VARCHAR,
              alipay_user_id VARCHAR NOT NULL,
              alipay_logon_id VARCHAR NOT NULL,
              status VARCHAR NOT NULL,
              sign_time VARCHAR NOT NULL,
              invalid_time VARCHAR NOT NULL,
              unsign_time VARCHAR,
              notify_url VARCHAR,
              notify_mode VARCHAR NOT NULL)
            """;
    private static final String AGREEMENT_INDEX =
            "CREATE INDEX IF NOT EXISTS agreement_external ON agreement (app_id, external_agreement_no)";
    private static final String END_INDEX = "CREATE INDEX IF NOT EXISTS agreement_end ON agreement (invalid_time)";
    private static final String RECEIPT =
            """
            CREATE TABLE IF NOT EXISTS receipt (
              seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
              endpoint VARCHAR NOT NULL,
              id VARCHAR NOT NULL,
              type VARCHAR,
              external_agreement_no VARCHAR,
              received_at VARCHAR NOT NULL,
              body VARBINARY NOT NULL)
            """;

    private static final String NOTICE =
            """
            CREATE TABLE IF NOT EXISTS notice (
              seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
              notify_id VARCHAR NOT NULL UNIQUE,
              app_id VARCHAR NOT NULL,
              type VARCHAR NOT NULL,
              external_agreement_no VARCHAR,
              url VARCHAR NOT NULL,
              fields VARCHAR NOT NULL,
              forged BOOLEAN NOT NULL,
              wanted_sends INTEGER NOT NULL,
              attempts INTEGER NOT NULL,
              answered_success BOOLEAN NOT NULL,
              last_answer VARCHAR,
              due_at BIGINT)
            """;
    private static final String NOTICE_INDEX = "CREATE INDEX IF NOT EXISTS notice_due ON notice (due_at)";

    private final HikariDataSource pool;

    private WorldDatabase(HikariDataSource pool) {
        this.pool = pool;
    }

    static WorldDatabase open(Path dataDir) {
        var file = dataDir.resolve("world").toAbsolutePath();
        var config = new HikariConfig();
        config.setPoolName("world");
        // H2's own trace file would show values in its error texts.
        config.setJdbcUrl("jdbc:h2:file:" + file + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0");
        config.setUsername("sa");
        config.setMaximumPoolSize(4);
        try {
            var database = new WorldDatabase(new HikariDataSource(config));
            database.client().sql(AGREEMENT).update();
            database.client().sql(AGREEMENT_INDEX).update();
            database.client().sql(END_INDEX).update();
            database.client().sql(RECEIPT).update();
            database.client().sql(NOTICE).update();
            database.client().sql(NOTICE_INDEX).update();
            return database;
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "The world's database " + file + " cannot be opened: is it used by another process?", e);
        }
    }

    JdbcClient client() {
        return JdbcClient.create(pool);
    }

    @Override
    public void close() {
        pool.close();
    }
}
