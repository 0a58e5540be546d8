package org.paysign.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The connection pool on a migrated schema. */
public final class Database implements AutoCloseable {

    private static final String POSTGRESQL = "jdbc:postgresql:";

    private static final String H2_FILE = "jdbc:h2:file:";
    /** Without it H2 answers "committed" before the bytes are on the disk: kill -9 lost a fifth of the rows. */
    private static final String H2_DURABLE = "WRITE_DELAY=0";

    private static final Set<String> H2_HARMLESS = Set.of(H2_DURABLE, "DB_CLOSE_ON_EXIT=FALSE");

    private final DataSource pool;
    private final boolean shared;
    private final boolean hasPartialIndexes;
    private final @Nullable Flushing flushing;
    private final Claims<Long> agreementClaims = new Claims<>("agreement");
    private final Claims<String> outcomeClaims = new Claims<>("outcome");

    /** On a schema of PostgreSQL that is up to date, for this process alone. */
    Database(DataSource pool) {
        this(pool, false, true, null);
    }

    private Database(DataSource pool, boolean shared, boolean hasPartialIndexes, @Nullable Flushing flushing) {
        this.pool = pool;
        this.shared = shared;
        this.hasPartialIndexes = hasPartialIndexes;
        this.flushing = flushing;
    }

    /**
     * Opens the pool and brings the schema up to date.
     *
     * @throws IllegalStateException if the URL is one that loses rows
     */
    public static Database open(String url, String user, String password, PoolSettings settings) {
        refuseUnsafe(url);
        HikariConfig config = new HikariConfig();
        config.setPoolName("paysign");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(settings.connections());
        config.setConnectionTimeout(settings.patience());
        config.setMaxLifetime(settings.lifetime());
        config.setExceptionOverride(new Outages());
        if (url.startsWith(H2_FILE)) {
            config.setConnectionInitSql("SET LOCK_TIMEOUT 10000");
            // H2 remembers 8 statements a connection, and PaySign has more.
            config.addDataSourceProperty("QUERY_CACHE_SIZE", "256");
        }
        if (url.startsWith(POSTGRESQL)) {
            // A host that is gone sends nothing, not even an end.
            config.addDataSourceProperty("socketTimeout", String.valueOf(seconds(settings.silence())));
            config.addDataSourceProperty("connectTimeout", String.valueOf(seconds(settings.patience())));
            config.addDataSourceProperty("tcpKeepAlive", "true");
            config.addDataSourceProperty("ApplicationName", "paysign");
            // Rows that are inserted together travel as one statement.
            config.addDataSourceProperty("reWriteBatchedInserts", "true");
            // An instance that hangs inside a transaction must not keep its locks from the others.
            config.setConnectionInitSql("SET idle_in_transaction_session_timeout = " + settings.silence());
        }
        HikariDataSource pool = new HikariDataSource(config);
        Flyway.configure().dataSource(pool).locations(migrations(url)).load().migrate();
        boolean postgresql = url.startsWith(POSTGRESQL);
        Flushing flushing = postgresql ? null : Flushing.start(new JdbcTemplate(pool));
        return new Database(pool, postgresql, postgresql, flushing);
    }

    /** Tables and rows are the same everywhere; indexes are not, because H2 has no partial ones. */
    static String[] migrations(String url) {
        String vendor = url.startsWith(POSTGRESQL) ? "postgresql" : "h2";
        return new String[] {"classpath:org/paysign/store/migration", "classpath:org/paysign/store/indexes/" + vendor};
    }

    private static long seconds(long millis) {
        return Math.max(1, millis / 1_000);
    }

    static void refuseUnsafe(String url) {
        if (url.startsWith(POSTGRESQL)) {
            return;
        }
        if (!url.startsWith("jdbc:h2:")) {
            throw new IllegalStateException("paysign.database.url: PaySign keeps its rows in PostgreSQL (" + POSTGRESQL
                    + "//host/database) or in H2 (" + H2_FILE + "<path>;" + H2_DURABLE + ")");
        }
        List<String> parts = Arrays.asList(url.split(";", -1));
        List<String> settings = parts.subList(1, parts.size()).stream()
                .map(setting -> setting.toUpperCase(Locale.ROOT))
                .toList();
        if (!url.startsWith(H2_FILE) || !settings.contains(H2_DURABLE) || !H2_HARMLESS.containsAll(settings)) {
            throw new IllegalStateException("paysign.database.url: H2 is taken as " + H2_FILE + "<path>;" + H2_DURABLE
                    + " only, because every other setting can lose what was committed");
        }
    }

    /** Whether other instances may work in it too. */
    boolean isShared() {
        return shared;
    }

    /** Which agreements wait for a question, in the words of this database's indexes. */
    Waiting waiting(Subject subject) {
        return Waiting.agreements(subject, hasPartialIndexes);
    }

    /** Likewise, which outcomes wait for their delivery. */
    Waiting waitingOutcomes() {
        return Waiting.outcomes(hasPartialIndexes);
    }

    /** The agreements that this instance asks about. */
    Claims<Long> agreementClaims() {
        return agreementClaims;
    }

    /** The outcomes that this instance delivers. */
    Claims<String> outcomeClaims() {
        return outcomeClaims;
    }

    /** How often this instance came after the end of a claim, because it was held up, and was refused. */
    public long lateRefusals() {
        return agreementClaims.refusals() + outcomeClaims.refusals();
    }

    DataSource dataSource() {
        return pool;
    }

    JdbcClient jdbc() {
        return JdbcClient.create(template());
    }

    /** For statements that somebody waits for: the database gives them up after some seconds. */
    JdbcClient impatient(int seconds) {
        JdbcTemplate template = template();
        template.setQueryTimeout(seconds);
        return JdbcClient.create(template);
    }

    JdbcTemplate template() {
        JdbcTemplate template = new JdbcTemplate(pool);
        template.setExceptionTranslator(new Outages());
        return template;
    }

    /** Tells how the pool fares; once. */
    public void trackedBy(MetricsTrackerFactory trackers) {
        if (pool instanceof HikariDataSource mine) {
            mine.setMetricsTrackerFactory(trackers);
        }
    }

    TransactionTemplate transactions() {
        JdbcTransactionManager manager = new JdbcTransactionManager(pool);
        manager.setExceptionTranslator(new Outages());
        return new TransactionTemplate(manager);
    }

    /** Gives back what is claimed; to be called when nobody works any more, or has taken too long. */
    @Override
    public void close() {
        agreementClaims.giveBack(jdbc());
        outcomeClaims.giveBack(jdbc());
        if (flushing != null) {
            flushing.close();
        }
        if (pool instanceof HikariDataSource mine) {
            mine.close();
        }
    }
}
