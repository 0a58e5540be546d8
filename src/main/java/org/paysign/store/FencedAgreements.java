package org.paysign.store;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What whoever claimed an agreement writes: only while nobody has claimed it after him. */
final class FencedAgreements {

    private static final int NOTE = 128;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Claims<Long> claims;

    FencedAgreements(JdbcClient jdbc, TransactionTemplate transactions, Claims<Long> claims) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.claims = claims;
    }

    /**
     * Does this work under the row's lock, at the database's time, if the claim still stands.
     *
     * @return false if it does not, and nothing was done
     */
    boolean write(Due due, Consumer<OffsetDateTime> work) {
        Boolean done = transactions.execute(status -> {
            OffsetDateTime now = Rows.now(jdbc);
            Optional<Long> fence = jdbc.sql("SELECT fence FROM agreement WHERE id = ? FOR UPDATE")
                    .param(due.agreement().id())
                    .query(Long.class)
                    .optional();
            boolean mine = fence.filter(value -> value == due.fence()).isPresent();
            if (mine) {
                work.accept(now);
            }
            return mine;
        });
        if (done) {
            claims.finished(due.agreement().id(), due.fence());
        } else {
            claims.refused(due.agreement().id(), due.fence(), Rows.now(jdbc));
        }
        return done;
    }

    /** Keeps what the last question brought, for whoever looks into the table. */
    void note(Due due, String note) {
        jdbc.sql("UPDATE agreement SET last_answer = ? WHERE id = ?")
                .params(
                        note.substring(0, Math.min(note.length(), NOTE)),
                        due.agreement().id())
                .update();
    }
}
