package org.paysign.sandbox.pages;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the tables of the bundle, in SQL that H2 and PostgreSQL both understand. */
final class StoreBooks implements Books {

    private static final int MOST = 200;
    private static final String AGREEMENT =
            "SELECT id, merchant, external_agreement_no, state, round, request_id, agreement_no, attempts, last_answer,"
                    + " created_at, changed_at, due_at, product, scene FROM agreement ";

    private final JdbcClient jdbc;

    StoreBooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isEmpty() {
        return jdbc.sql("SELECT id FROM agreement FETCH FIRST ROW ONLY")
                .query(Long.class)
                .optional()
                .isEmpty();
    }

    @Override
    public Optional<ObjectNode> agreement(String number) {
        return jdbc.sql(AGREEMENT + "WHERE external_agreement_no = ? ORDER BY id DESC FETCH FIRST ROW ONLY")
                .param(number)
                .query((row, n) -> row(row))
                .optional()
                .map(found -> {
                    found.set("outcomes", outcomes(found));
                    return found;
                });
    }

    @Override
    public Optional<String> numberOf(String agreementNo) {
        return jdbc.sql("SELECT external_agreement_no FROM agreement WHERE agreement_no = ? FETCH FIRST ROW ONLY")
                .param(agreementNo)
                .query(String.class)
                .optional();
    }

    @Override
    public List<ObjectNode> list(String search, String state) {
        return jdbc.sql(AGREEMENT + "WHERE (LOWER(external_agreement_no) LIKE :text ESCAPE '!'"
                        + " OR LOWER(request_id) LIKE :text ESCAPE '!' OR agreement_no LIKE :text ESCAPE '!')"
                        + " AND (:state = '' OR state = :state) ORDER BY id DESC FETCH FIRST " + MOST + " ROWS ONLY")
                .param("text", "%" + search.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%")
                .param("state", state)
                .query((row, n) -> row(row))
                .list();
    }

    @Override
    public ObjectNode counts() {
        var counts = Json.object();
        jdbc.sql("SELECT state, COUNT(*) FROM agreement GROUP BY state")
                .query((row, n) -> counts.put(row.getString(1), row.getLong(2)))
                .list();
        jdbc.sql("SELECT MIN(r.created_at) FROM agreement a JOIN sign_request r ON r.merchant = a.merchant"
                        + " AND r.request_id = a.request_id WHERE a.state = 'UNKNOWN'")
                .query((row, n) -> counts.put("oldestUnknown", time(row, 1)))
                .list();
        return counts;
    }

    @Override
    public ObjectNode lastHour() {
        var hour = Json.object();
        hour.set("requests", minutes("'' AS target", "sign_request"));
        hour.set("outcomes", minutes("target", "outcome"));
        return hour;
    }

    @Override
    public ObjectNode history(String number) {
        var history = Json.object();
        var found = agreement(number);
        if (found.isEmpty()) {
            return history;
        }
        history.set("agreement", found.get());
        var signals = history.putArray("signals");
        jdbc.sql("SELECT received_at, content FROM agreement_signal WHERE agreement_id = ? ORDER BY id")
                .param(found.get().path("id").asLong())
                .query((row, n) ->
                        signals.addObject().put("at", time(row, 1)).set("signal", Masked.message(row.getString(2))))
                .list();
        return history;
    }

    private ArrayNode outcomes(ObjectNode agreement) {
        var outcomes = Json.object().arrayNode();
        jdbc.sql("SELECT version, target, status, tries, created_at, finished_at, due_at, last_error FROM outcome"
                        + " WHERE agreement_id = ? ORDER BY version")
                .param(agreement.path("id").asLong())
                .query((row, n) -> outcomes.addObject()
                        .put("version", row.getInt(1))
                        .put("target", row.getString(2))
                        .put("status", row.getString(3))
                        .put("tries", row.getInt(4))
                        .put("createdAt", time(row, 5))
                        .put("finishedAt", time(row, 6))
                        .put("dueAt", time(row, 7))
                        .put("lastError", row.getString(8)))
                .list();
        return outcomes;
    }

    private ArrayNode minutes(String target, String table) {
        var minutes = Json.object().arrayNode();
        jdbc.sql("SELECT slot, COUNT(*), target FROM (SELECT DATE_TRUNC('minute', created_at) AS slot, " + target
                        + " FROM " + table + " WHERE created_at > ?) AS newest GROUP BY slot, target ORDER BY slot")
                .param(1, OffsetDateTime.now(ZoneOffset.UTC).minusHours(1), Types.TIMESTAMP_WITH_TIMEZONE)
                .query((row, n) -> minutes.addObject()
                        .put("at", time(row, 1))
                        .put("count", row.getLong(2))
                        .put("target", row.getString(3)))
                .list();
        return minutes;
    }

    private static ObjectNode row(ResultSet row) throws SQLException {
        return Json.object()
                .put("id", row.getLong("id"))
                .put("merchant", row.getString("merchant"))
                .put("number", row.getString("external_agreement_no"))
                .put("state", row.getString("state"))
                .put("round", row.getInt("round"))
                .put("requestId", row.getString("request_id"))
                .put("agreementNo", row.getString("agreement_no"))
                .put("attempts", row.getInt("attempts"))
                .put("lastAnswer", row.getString("last_answer"))
                .put("createdAt", time(row, 10))
                .put("changedAt", time(row, 11))
                .put("dueAt", time(row, 12))
                .put("product", row.getString("product"))
                .put("scene", row.getString("scene"));
    }

    private static @Nullable String time(ResultSet row, int column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant().toString();
    }
}
