package org.paysign.store;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntFunction;
import org.paysign.agreement.Signal;
import org.paysign.agreement.State;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** {@link Unsigns} in a table. */
public final class JdbcUnsigns implements Unsigns {

    /** Longer than a call of the gateway may take. */
    private static final Duration ASK_AFTER = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Recording recording;

    public JdbcUnsigns(Database database, OutcomeComposer composer, Pace pace) {
        jdbc = database.jdbc();
        transactions = database.transactions();
        recording = new Recording(database, composer, pace);
    }

    @Override
    public Optional<Remembered> recall(UnsignKey key) {
        return row(key).flatMap(row -> row.remembered(key));
    }

    @Override
    public Optional<String> begin(UnsignKey key, Agreement agreement) {
        try {
            return transactions.execute(status -> beginOnce(key, agreement));
        } catch (DuplicateKeyException anotherWasFaster) {
            return transactions.execute(status -> beginOnce(key, agreement));
        }
    }

    private Optional<String> beginOnce(UnsignKey key, Agreement agreement) {
        Optional<Row> earlier = row(key);
        boolean known = agreement.state() == State.SIGNED || agreement.state() == State.ENDED;
        if (earlier.isEmpty() && known) {
            jdbc.sql("INSERT INTO unsign_request (merchant, request_id, agreement_id, agreement_no, digest, created_at)"
                            + " VALUES (?, ?, ?, ?, ?, CURRENT_TIMESTAMP)")
                    .params(key.merchant(), key.requestId(), agreement.id(), agreement.agreementNo(), key.digest())
                    .update();
        }
        // The fence moves: an answer that is on its way was given before this call.
        jdbc.sql("UPDATE agreement SET due_at = ?, lease_until = NULL, fence = fence + 1 WHERE id = ?"
                        + " AND state = 'SIGNED'")
                .params(Rows.now(jdbc).plus(ASK_AFTER), agreement.id())
                .update();
        return earlier.isEmpty()
                ? Optional.of(agreement.agreementNo())
                : earlier.filter(row -> row.digest().equals(key.digest())).map(Row::agreementNo);
    }

    @Override
    public String finish(UnsignKey key, String reply) {
        return transactions.execute(status -> store(key, reply));
    }

    @Override
    public String finish(UnsignKey key, Agreement agreement, IntFunction<Signal.Ended> ofRound, String reply) {
        return transactions.execute(status -> {
            Agreement current = jdbc.sql("SELECT " + Rows.AGREEMENT + " FROM agreement WHERE id = ? FOR UPDATE")
                    .param(agreement.id())
                    .query(Rows::agreement)
                    .single();
            recording.hear(current, ofRound.apply(current.round()), Rows.now(jdbc));
            return store(key, reply);
        });
    }

    private String store(UnsignKey key, String reply) {
        jdbc.sql("UPDATE unsign_request SET reply = ? WHERE merchant = ? AND request_id = ? AND reply IS NULL")
                .params(reply.getBytes(StandardCharsets.UTF_8), key.merchant(), key.requestId())
                .update();
        return row(key).flatMap(Row::reply).orElseThrow();
    }

    private Optional<Row> row(UnsignKey key) {
        return jdbc.sql("SELECT digest, reply, agreement_no FROM unsign_request WHERE merchant = ? AND request_id = ?")
                .params(key.merchant(), key.requestId())
                .query((row, n) -> new Row(
                        row.getString(1),
                        Optional.ofNullable(row.getBytes(2)).map(bytes -> new String(bytes, StandardCharsets.UTF_8)),
                        row.getString(3)))
                .optional();
    }

    /** A stored request; its reply, once there is one. */
    private record Row(String digest, Optional<String> reply, String agreementNo) {

        Optional<Remembered> remembered(UnsignKey key) {
            return digest.equals(key.digest())
                    ? reply.map(Remembered.Stored::new)
                    : Optional.of(new Remembered.Conflict());
        }

        /** Without the reply, which is the requester's. */
        @Override
        public String toString() {
            return "Row[" + digest + "]";
        }
    }
}
