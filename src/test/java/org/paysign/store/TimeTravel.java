package org.paysign.store;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets time pass for one agreement by moving its stored times back: there is no clock to turn in the database. */
public final class TimeTravel {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    public TimeTravel(Database database) {
        jdbc = database.jdbc();
        transactions = database.transactions();
    }

    /** Moves what the agreement and its outcomes wait for into the past, all at once: a claim sees it before or after. */
    public void pass(String externalAgreementNo, Duration time) {
        transactions.executeWithoutResult(status -> passNow(externalAgreementNo, time));
    }

    private void passNow(String externalAgreementNo, Duration time) {
        long id = jdbc.sql("SELECT id FROM agreement WHERE external_agreement_no = ? FOR UPDATE")
                .param(externalAgreementNo)
                .query(Long.class)
                .single();
        List.of("due_at", "window_ends_at", "lease_until", "invalid_at", "changed_at", "unknown_since")
                .forEach(column -> move("agreement", "id", column, id, time));
        List.of("due_at", "created_at", "lease_until")
                .forEach(column -> move("outcome", "agreement_id", column, id, time));
    }

    private void move(String table, String key, String column, long id, Duration time) {
        List<OffsetDateTime> before = jdbc.sql("SELECT DISTINCT " + column + " FROM " + table + " WHERE " + key
                        + " = ? AND " + column + " IS NOT NULL")
                .param(id)
                .query((row, n) -> row.getObject(1, OffsetDateTime.class))
                .list();
        for (OffsetDateTime waited : before) {
            jdbc.sql("UPDATE " + table + " SET " + column + " = ? WHERE " + key + " = ? AND " + column + " = ?")
                    .params(waited.minus(time), id, waited)
                    .update();
        }
    }

    /** Lets time pass for what may be asked about a merchant. */
    public void passForQuota(String merchant, Duration time) {
        transactions.executeWithoutResult(status -> jdbc.sql(
                        "SELECT next_at, slowed_until FROM call_quota WHERE merchant = ? FOR UPDATE")
                .param(merchant)
                .query((row, n) -> new OffsetDateTime[] {
                    row.getObject(1, OffsetDateTime.class), row.getObject(2, OffsetDateTime.class)
                })
                .list()
                .forEach(times -> jdbc.sql("UPDATE call_quota SET next_at = ?, slowed_until = ? WHERE merchant = ?")
                        .param(times[0].minus(time))
                        .param(times[1] == null ? null : times[1].minus(time))
                        .param(merchant)
                        .update()));
    }

    /** Goes back before PaySign knew the agreement. */
    public void forget(long id) {
        transactions.executeWithoutResult(status -> {
            List.of("sign_request", "agreement_signal", "outcome")
                    .forEach(table -> jdbc.sql("DELETE FROM " + table + " WHERE agreement_id = ?")
                            .param(id)
                            .update());
            jdbc.sql("DELETE FROM agreement WHERE id = ?").param(id).update();
        });
    }

    /** The columns of an agreement's row. */
    public Map<String, Object> agreement(String externalAgreementNo) {
        return jdbc.sql("SELECT * FROM agreement WHERE external_agreement_no = ?")
                .param(externalAgreementNo)
                .query()
                .singleRow();
    }

    /** The columns of an agreement's outcomes, oldest first. */
    public List<Map<String, Object>> outcomes(String externalAgreementNo) {
        return jdbc.sql("SELECT o.* FROM outcome o JOIN agreement a ON a.id = o.agreement_id"
                        + " WHERE external_agreement_no = ? ORDER BY version")
                .param(externalAgreementNo)
                .query()
                .listOfRows();
    }

    /** What was learnt about an agreement, as stored, oldest first. */
    public List<String> signals(String externalAgreementNo) {
        return jdbc.sql("SELECT s.content FROM agreement_signal s JOIN agreement a ON a.id = s.agreement_id"
                        + " WHERE external_agreement_no = ? ORDER BY s.id")
                .param(externalAgreementNo)
                .query(String.class)
                .list();
    }

    /** How many sign requests are stored. */
    public int requests() {
        return jdbc.sql("SELECT COUNT(*) FROM sign_request")
                .query(Integer.class)
                .single();
    }
}
