package org.paysign.store;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** {@link Interventions} in tables: whoever else holds a row is not waited for. */
public final class JdbcInterventions implements Interventions {

    /** Somebody waits at a console. */
    private static final int PATIENCE_SECONDS = 10;

    private final Database database;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    public JdbcInterventions(Database database) {
        this.database = database;
        jdbc = database.impatient(PATIENCE_SECONDS);
        transactions = database.transactions();
    }

    @Override
    public List<Long> waitingForAlipay(Subject subject, int limit) {
        return jdbc.sql("SELECT id FROM agreement WHERE "
                        + database.waiting(subject).condition()
                        + " AND due_at IS NOT NULL AND due_at > ? ORDER BY due_at LIMIT ?")
                .params(Rows.now(jdbc), limit)
                .query(Long.class)
                .list();
    }

    @Override
    public int makeDue(Subject subject, List<Long> agreements) {
        return transactions.execute(status -> {
            OffsetDateTime now = Rows.now(jdbc);
            List<Long> free = jdbc.sql("SELECT id FROM agreement WHERE id IN (:ids) AND "
                            + subject.condition()
                            + " AND due_at > :now AND (lease_until IS NULL OR lease_until <= :now)"
                            + " FOR UPDATE SKIP LOCKED")
                    .param("ids", agreements)
                    .param("now", now)
                    .query(Long.class)
                    .list();
            return free.isEmpty()
                    ? 0
                    : jdbc.sql("UPDATE agreement SET due_at = :now WHERE id IN (:ids)")
                            .param("now", now)
                            .param("ids", free)
                            .update();
        });
    }

    @Override
    public List<String> parkedOutcomes(int limit) {
        return jdbc.sql("SELECT id FROM outcome WHERE status = 'PARKED' ORDER BY created_at LIMIT ?")
                .param(limit)
                .query(String.class)
                .list();
    }

    @Override
    public int unpark(List<String> outcomes) {
        return transactions.execute(status -> {
            List<String> parked = jdbc.sql(
                            "SELECT id FROM outcome WHERE id IN (:ids) AND status = 'PARKED' FOR UPDATE SKIP LOCKED")
                    .param("ids", outcomes)
                    .query(String.class)
                    .list();
            return parked.isEmpty()
                    ? 0
                    // The fence moves: whoever gave the outcome up has no say in it any more.
                    : jdbc.sql("UPDATE outcome SET status = 'PENDING', due_at = :now, lease_until = NULL,"
                                    + " finished_at = NULL, tries = 0, fence = fence + 1 WHERE id IN (:ids)")
                            .param("now", Rows.now(jdbc))
                            .param("ids", parked)
                            .update();
        });
    }
}
