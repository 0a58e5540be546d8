package org.paysign.store;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** {@link Retirement} in tables: whoever else holds a row is not waited for. */
public final class JdbcRetirement implements Retirement {

    /** Children first. */
    private static final List<String> ABOUT_AN_AGREEMENT =
            List.of("outcome", "agreement_signal", "sign_request", "unsign_request");

    private static final String FINISHED = " FROM agreement WHERE state IN ('FAILED', 'CANCELLED', 'ENDED')"
            + " AND due_at IS NULL AND changed_at <= ?";

    private static final String TOLD =
            " AND NOT EXISTS (SELECT 1 FROM outcome WHERE outcome.agreement_id = agreement.id"
                    + " AND outcome.status <> 'DELIVERED')";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final int days;
    private final int batch;

    /**
     * Deletes from these tables.
     *
     * @param days since an agreement last changed or a notice came; 0 for never
     * @param batch agreements or notices a transaction, few, so that nobody waits for their locks
     */
    public JdbcRetirement(Database database, int days, int batch) {
        if (days < 0 || batch < 1) {
            throw new IllegalStateException(
                    "paysign.retention.days must be 0 (keep for ever) or more, and paysign.retention.batch at least 1");
        }
        this.jdbc = database.jdbc();
        this.transactions = database.transactions();
        this.days = days;
        this.batch = batch;
    }

    @Override
    public int retire() {
        return days == 0
                ? 0
                : transactions.execute(status -> retireAgreements()) + transactions.execute(status -> retireNotices());
    }

    @Override
    public long count() {
        if (days == 0) {
            return 0;
        }
        OffsetDateTime before = Rows.now(jdbc).minusDays(days);
        return count("SELECT COUNT(*)" + FINISHED, before)
                + count("SELECT COUNT(*) FROM notice WHERE received_at <= ?", before);
    }

    private long count(String sql, OffsetDateTime before) {
        return jdbc.sql(sql).param(before).query(Long.class).single();
    }

    private Integer retireAgreements() {
        OffsetDateTime before = Rows.now(jdbc).minusDays(days);
        List<Long> finished = jdbc.sql(
                        "SELECT id" + FINISHED + TOLD + " ORDER BY changed_at LIMIT ? FOR UPDATE SKIP LOCKED")
                .params(before, batch)
                .query(Long.class)
                .list();
        for (long id : finished) {
            ABOUT_AN_AGREEMENT.forEach(table -> jdbc.sql("DELETE FROM " + table + " WHERE agreement_id = ?")
                    .param(id)
                    .update());
            jdbc.sql("DELETE FROM agreement WHERE id = ?").param(id).update();
        }
        return finished.size();
    }

    /** Notices that decided nothing belong to no agreement, and would pile up for ever. */
    private Integer retireNotices() {
        List<List<String>> keys = jdbc.sql("SELECT merchant, notify_id, type FROM notice WHERE received_at <= ?"
                        + " ORDER BY received_at LIMIT ? FOR UPDATE SKIP LOCKED")
                .params(Rows.now(jdbc).minusDays(days), batch)
                .query((row, n) -> List.of(row.getString(1), row.getString(2), row.getString(3)))
                .list();
        keys.forEach(key -> jdbc.sql("DELETE FROM notice WHERE merchant = ? AND notify_id = ? AND type = ?")
                .params(key)
                .update());
        return keys.size();
    }
}
