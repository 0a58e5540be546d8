import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;

/** A PostgreSQL on the port that is given, until its input ends; then it says how many agreements it holds. */
class Database {
    public static void main(String[] args) throws Exception {
        try (EmbeddedPostgres server =
                EmbeddedPostgres.builder().setPort(Integer.parseInt(args[0])).start()) {
            System.out.println("ready");
            System.in.transferTo(System.err);
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet count = statement.executeQuery("SELECT count(*) FROM agreement")) {
                count.next();
                System.out.println("agreements: " + count.getInt(1));
            }
        }
    }
}
