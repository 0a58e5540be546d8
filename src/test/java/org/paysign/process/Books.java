package org.paysign.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What a stopped sandbox left in its files: PaySign's tables, and what the merchant's endpoints took byte for byte. */
final class Books {

    private final JdbcClient paysign;
    private final JdbcClient world;

    Books(Path data) {
        this(open(data.resolve("paysign")), data);
    }

    /** Where PaySign's tables are elsewhere. */
    Books(JdbcClient paysign, Path data) {
        this.paysign = paysign;
        this.world = open(data.resolve("world"));
    }

    private static JdbcClient open(Path file) {
        return JdbcClient.create(new DriverManagerDataSource(
                "jdbc:h2:file:" + file.toAbsolutePath() + ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE", "sa", ""));
    }

    /** The state of every agreement by its number. */
    Map<String, String> states() {
        return paysign
                .sql("SELECT external_agreement_no, state FROM agreement")
                .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Every stored reply by its requestId. */
    Map<String, String> replies() {
        return paysign
                .sql("SELECT request_id, reply FROM sign_request")
                .query((row, n) -> Map.entry(row.getString(1), text(row.getBytes(2))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Everything learnt about an agreement, for the text of a failed assertion. */
    List<String> signals(String number) {
        return paysign.sql("SELECT CONCAT(s.received_at, ' ', s.content) FROM agreement_signal s JOIN agreement a"
                        + " ON a.id = s.agreement_id WHERE a.external_agreement_no = ? ORDER BY s.id")
                .param(number)
                .query(String.class)
                .list();
    }

    List<Outcome> outcomes() {
        return paysign.sql("SELECT o.id, a.external_agreement_no, o.version, o.target, o.status, o.body FROM outcome o"
                        + " JOIN agreement a ON a.id = o.agreement_id")
                .query((row, n) -> new Outcome(
                        row.getString(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getString(4),
                        row.getString(5),
                        text(row.getBytes(6))))
                .list();
    }

    /** The numbers of the agreements that are in force at the fake Alipay. */
    Set<String> inForce() {
        return Set.copyOf(world.sql("SELECT external_agreement_no FROM agreement WHERE status = 'NORMAL'")
                .query(String.class)
                .list());
    }

    /** What the merchant's endpoints took, repeats included, oldest first. */
    List<Receipt> receipts() {
        return world.sql("SELECT id, external_agreement_no, endpoint, body FROM receipt ORDER BY seq")
                .query((row, n) ->
                        new Receipt(row.getString(1), row.getString(2), row.getString(3), text(row.getBytes(4))))
                .list();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** A row of the outbox. */
    record Outcome(String id, String number, int version, String target, String status, String body) {}

    /** An outcome that arrived. */
    record Receipt(String id, String number, String endpoint, String body) {
        static Receipt of(String endpoint, String body) {
            JsonNode outcome = Order.read(body);
            return new Receipt(
                    outcome.path("id").asText(),
                    outcome.path("externalAgreementNo").asText(),
                    endpoint,
                    body);
        }
    }
}
