package org.paysign.store;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.paysign.agreement.AgreementKey;
import org.paysign.agreement.Signal;
import org.paysign.agreement.State;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** {@link Agreements} in tables: requests that come together, and words about agreements, share their transactions. */
public final class JdbcAgreements implements Agreements {

    /** What one transaction takes; more callers than this do not wait on any machine. */
    private static final int SEATS = 64;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Recording recording;
    private final NewAgreements newAgreements;
    private final Together<NewRequest, Told<Remembered>> requests;
    private final Together<Word, Told<Boolean>> words;

    /**
     * Remembers in these tables.
     *
     * @param pace when Alipay is asked about an agreement that is signed
     */
    public JdbcAgreements(Database database, OutcomeComposer composer, Pace pace) {
        jdbc = database.jdbc();
        transactions = database.transactions();
        recording = new Recording(database, composer, pace);
        newAgreements = new NewAgreements(database, recording);
        SharedWords sharedWords = new SharedWords(database, recording);
        requests = new Together<>(SEATS, this::rememberTogether, this::rememberAlone);
        words = new Together<>(SEATS, sharedWords::hear, sharedWords::hearAlone);
    }

    @Override
    public Remembered remember(NewRequest request) {
        return requests.call(request).tell();
    }

    /** Numbers that are new; what is about others, or about one number twice, is left to {@link #rememberAlone}. */
    private List<Optional<Told<Remembered>>> rememberTogether(List<NewRequest> asked) {
        return transactions.execute(status -> {
            OffsetDateTime now = Rows.now(jdbc);
            Set<AgreementKey> taken =
                    newAgreements.inUse(asked.stream().map(NewRequest::key).toList());
            List<NewRequest> fresh =
                    asked.stream().filter(request -> taken.add(request.key())).toList();
            Iterator<Change> changes = fresh.isEmpty()
                    ? Collections.emptyIterator()
                    : newAgreements.insert(fresh, now).iterator();
            Set<NewRequest> inserted = Collections.newSetFromMap(new IdentityHashMap<>());
            inserted.addAll(fresh);
            return asked.stream()
                    .map(request -> inserted.contains(request)
                            ? Optional.of(Told.<Remembered>of(
                                    new Remembered.Stored(request.reply()),
                                    changes.next().event()))
                            : Optional.<Told<Remembered>>empty())
                    .toList();
        });
    }

    private Told<Remembered> rememberAlone(NewRequest request) {
        try {
            return transactions.execute(status -> Told.of(rememberOnce(request)));
        } catch (DuplicateKeyException anotherWasFaster) {
            return transactions.execute(status -> Told.of(rememberOnce(request)));
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
        known.ifPresentOrElse(
                agreement -> reopen(agreement, request, now),
                () -> newAgreements.insert(List.of(request), now).forEach(change -> Happened.tell(change.event())));
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

    /** A number that was signed before, or tried: the next round. */
    private void reopen(Agreement agreement, NewRequest request, OffsetDateTime now) {
        int round = agreement.round() + 1;
        jdbc.sql("UPDATE agreement SET round = ?, request_id = ?, window_ends_at = ?, traceparent = ?, tracestate = ?"
                        + " WHERE id = ?")
                .params(round, request.requestId(), now.plus(request.window()))
                .params(request.trace().traceparent(), request.trace().tracestate(), agreement.id())
                .update();
        Agreement reopened = locked(request.key()).orElseThrow();
        newAgreements.insertRequests(List.of(request), List.of(reopened), now);
        recording.learn(reopened, Set.of(new Signal.Issued(round, request.requestId())), request.silence(), now);
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
        words.call(new Word(agreementId, ofRound)).tell();
    }
}
