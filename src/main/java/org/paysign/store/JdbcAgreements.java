package org.paysign.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import org.paysign.agreement.AgreementKey;
import org.paysign.agreement.RequestKey;
import org.paysign.agreement.Signal;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Agreements in tables: what comes together shares its transactions. */
public final class JdbcAgreements implements Agreements, ManyAgreements {

    /** What one transaction takes; more callers than this do not wait on any machine. */
    private static final int SEATS = 64;

    private final JdbcClient jdbc;
    private final RequestRows requestRows;
    private final Sharing<NewRequest, Told<Remembered>> requests;
    private final Sharing<Word, Told<Boolean>> words;
    private final Together<Word, Told<Boolean>> callers;

    /**
     * Remembers in these tables.
     *
     * @param pace when Alipay is asked about an agreement that is signed
     */
    public JdbcAgreements(Database database, OutcomeComposer composer, Pace pace) {
        jdbc = database.jdbc();
        Recording recording = new Recording(database, composer, pace);
        requestRows = new RequestRows(database);
        SharedWords sharedWords = new SharedWords(database, recording);
        SharedRequests sharedRequests = new SharedRequests(database, recording, requestRows);
        requests = new Sharing<>(sharedRequests::remember, sharedRequests::rememberAlone);
        words = new Sharing<>(sharedWords::hear, sharedWords::hearAlone);
        callers = new Together<>(SEATS, words);
    }

    @Override
    public Map<RequestKey, Answered> answered(Collection<RequestKey> asked) {
        return requestRows.answered(asked);
    }

    @Override
    public Map<RequestKey, Agreement> findByRequests(Collection<RequestKey> asked) {
        return requestRows.agreements(asked);
    }

    @Override
    public List<CompletableFuture<Remembered>> rememberAll(List<NewRequest> asked) {
        return requests.all(asked, Told::tell);
    }

    @Override
    public List<CompletableFuture<Boolean>> recordAll(List<Word> said) {
        return words.all(said, Told::tell);
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
        callers.call(new Word(agreementId, ofRound)).tell();
    }
}
