package org.paysign.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * A look at the database that changes nothing and makes no file.
 *
 * @param kind its product and version
 * @param pending migrations that the next start brings
 * @param time of the database
 */
public record SchemaLook(String kind, int pending, Instant time) {

    private static final int PATIENCE_SECONDS = 5;
    /** H2's word for a file that another process has. */
    private static final int H2_IN_USE = 90020;
    /** H2's word for a file that is not there. */
    private static final int H2_ABSENT = 90146;

    /**
     * Looks once.
     *
     * @throws IllegalStateException saying what is wrong, never the URL: it may hold a password
     */
    public static SchemaLook at(String url, String user, String password) {
        Database.refuseUnsafe(url);
        String looking = url.startsWith("jdbc:h2:") ? url + ";IFEXISTS=TRUE" : url;
        Properties login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        if (!url.startsWith("jdbc:h2:")) {
            login.setProperty("connectTimeout", String.valueOf(PATIENCE_SECONDS));
            login.setProperty("socketTimeout", String.valueOf(PATIENCE_SECONDS));
            login.setProperty("loginTimeout", String.valueOf(PATIENCE_SECONDS));
        }
        try (Connection connection = DriverManager.getConnection(looking, login);
                Statement statement = connection.createStatement();
                ResultSet now = statement.executeQuery("SELECT CURRENT_TIMESTAMP")) {
            now.next();
            Instant time = now.getObject(1, OffsetDateTime.class).toInstant();
            String kind = connection.getMetaData().getDatabaseProductName() + " "
                    + connection.getMetaData().getDatabaseProductVersion();
            int pending = Flyway.configure()
                    .dataSource(looking, user, password)
                    .locations(Database.migrations(url))
                    .load()
                    .info()
                    .pending()
                    .length;
            return new SchemaLook(kind, pending, time);
        } catch (SQLException refused) {
            throw new IllegalStateException(sentence(refused));
        } catch (FlywayException unreadable) {
            throw new IllegalStateException("the schema's history cannot be read: let the user read its schema");
        }
    }

    private static String sentence(SQLException refused) {
        String state = String.valueOf(refused.getSQLState());
        if (refused.getErrorCode() == H2_IN_USE) {
            return IN_USE;
        }
        if (refused.getErrorCode() == H2_ABSENT) {
            return ABSENT;
        }
        return state.startsWith("28")
                ? "it refuses user or password: mend paysign.database.user and paysign.database.password"
                : "it cannot be reached or used (SQL state " + state + "): see paysign.database.url and its log";
    }

    /** Said of an H2 file that a running PaySign has. */
    public static final String IN_USE = "its file is in use, as it is while PaySign runs";

    /** Said of an H2 file that the first start will make. */
    public static final String ABSENT = "its file is not there yet: the first start makes it";

    @Override
    public String toString() {
        return "SchemaLook[]";
    }
}
