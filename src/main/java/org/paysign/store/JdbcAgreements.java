package org.paysign.store;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.paysign.agreement.AgreementKey;
import org.paysign.agreement.Signal;
import org.paysign.agreement.State;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** {@link Agreements} in tables. */
public final class JdbcAgreements implements Agreements {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Recording recording;

    /**
     * Remembers in these tables.
     *
     * @param pace when Alipay is asked about an agreement that is signed
     */
    public JdbcAgreements(Database database, OutcomeComposer composer, Pace pace) {
        jdbc = database.jdbc();
        transactions = database.transactions();
        recording = new Recording(jdbc, composer, pace);
    }

    @Override
    public Remembered remember(NewRequest request) {
        try {
            return transactions.execute(status -> rememberOnce(request));
        } catch (DuplicateKeyException anotherWasFaster) {
            return transactions.execute(status -> rememberOnce(request));
        }
    }

    private Remembered rememberOnce(NewRequest request) {
        Optional<Remembered> earlier = recall(request.key().merchant(), request.requestId(), request.digest());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        OffsetDateTime now = Rows.now(jdbc);
        Optional<Agreement> known = locked(request.key());
        Optional<String> refusal = known.flatMap(agreement -> refusal(agreement, request));
        if (refusal.isPresent()) {
            return new Remembered.Refused(refusal.get());
        }
        int round = known.map(Agreement::round).orElse(0) + 1;
        known.ifPresentOrElse(agreement -> reopen(agreement, round, request, now), () -> insert(jdbc, request, now));
        Agreement agreement = locked(request.key()).orElseThrow();
        jdbc.sql("INSERT INTO sign_request (merchant, request_id, agreement_id, round, digest, reply, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(request.key().merchant(), request.requestId(), agreement.id(), round, request.digest())
                .params(request.reply().getBytes(StandardCharsets.UTF_8), now)
                .update();
        recording.learn(agreement, Set.of(new Signal.Issued(round, request.requestId())), request.silence(), now);
        return new Remembered.Stored(request.reply());
    }

    @Override
    public Optional<Remembered> recall(String merchant, String requestId, String digest) {
        return jdbc.sql("SELECT digest, reply FROM sign_request WHERE merchant = ? AND request_id = ?")
                .params(merchant, requestId)
                .<Remembered>query((row, n) -> row.getString(1).equals(digest)
                        ? new Remembered.Stored(new String(row.getBytes(2), StandardCharsets.UTF_8))
                        : new Remembered.Conflict())
                .optional();
    }

    /** A number is signed again only for the same thing, and never over an agreement that is in force. */
    private static Optional<String> refusal(Agreement agreement, NewRequest request) {
        if (agreement.state() == State.SIGNED) {
            return Optional.of("is signed already: unsign it first, or use a new number");
        }
        boolean same = agreement.product().equals(request.product())
                && agreement.scene().equals(request.scene())
                && agreement.appId().equals(request.appId());
        return same ? Optional.empty() : Optional.of("is in use for another app, product or scene: use a new number");
    }

    /** A row of the first round; inside a transaction. */
    static void insert(JdbcClient jdbc, NewRequest request, OffsetDateTime now) {
        jdbc.sql("INSERT INTO agreement (merchant, external_agreement_no, app_id, product, scene, state, round,"
                        + " request_id, outcome_version, created_at, changed_at, window_ends_at, fence, attempts,"
                        + " last_answer, traceparent, tracestate)"
                        + " VALUES (?, ?, ?, ?, ?, 'ISSUED', 1, ?, 0, ?, ?, ?, 0, 0, '', ?, ?)")
                .params(request.key().merchant(), request.key().externalAgreementNo(), request.appId())
                .params(request.product(), request.scene(), request.requestId())
                .params(now, now, now.plus(request.window()))
                .params(request.trace().traceparent(), request.trace().tracestate())
                .update();
    }

    private void reopen(Agreement agreement, int round, NewRequest request, OffsetDateTime now) {
        jdbc.sql("UPDATE agreement SET round = ?, request_id = ?, window_ends_at = ?, traceparent = ?, tracestate = ?"
                        + " WHERE id = ?")
                .params(round, request.requestId(), now.plus(request.window()))
                .params(request.trace().traceparent(), request.trace().tracestate(), agreement.id())
                .update();
    }

    @Override
    public Optional<Agreement> find(AgreementKey key) {
        return select("merchant = ? AND external_agreement_no = ?", key.merchant(), key.externalAgreementNo());
    }

    @Override
    public Optional<Agreement> findByNumber(String merchant, String agreementNo) {
        return agreementNo.isEmpty()
                ? Optional.empty()
                : select(
                        "merchant = ? AND agreement_no = ? AND agreement_no <> '' ORDER BY id DESC LIMIT 1",
                        merchant,
                        agreementNo);
    }

    @Override
    public Optional<Agreement> findByRequest(String merchant, String requestId) {
        return jdbc.sql("SELECT a.id, a.merchant, external_agreement_no, app_id, product, scene, state, r.round,"
                        + " r.request_id, agreement_no, traceparent, tracestate FROM sign_request r JOIN agreement a ON a.id = r.agreement_id"
                        + " WHERE r.merchant = ? AND r.request_id = ?")
                .params(merchant, requestId)
                .query(Rows::agreement)
                .optional();
    }

    private Optional<Agreement> locked(AgreementKey key) {
        return select(
                "merchant = ? AND external_agreement_no = ? FOR UPDATE", key.merchant(), key.externalAgreementNo());
    }

    private Optional<Agreement> select(String where, Object... parameters) {
        return jdbc.sql("SELECT " + Rows.AGREEMENT + " FROM agreement WHERE " + where)
                .params(parameters)
                .query(Rows::agreement)
                .optional();
    }

    @Override
    public void record(long agreementId, Signal signal) {
        recordNow(agreementId, round -> signal);
    }

    @Override
    public void recordNow(long agreementId, IntFunction<? extends Signal> ofRound) {
        transactions.executeWithoutResult(status -> {
            OffsetDateTime now = Rows.now(jdbc);
            Agreement agreement = select("id = ? FOR UPDATE", agreementId).orElseThrow();
            recording.hear(agreement, ofRound.apply(agreement.round()), now);
        });
    }
}
