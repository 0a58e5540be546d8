package org.paysign.store;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Set;
import org.paysign.agreement.AgreementKey;
import org.paysign.agreement.Signal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** {@link Adoption} in tables. */
public final class JdbcAdoption implements Adoption {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Recording recording;

    /**
     * Takes over into these tables.
     *
     * @param pace when Alipay is asked about an agreement that is signed
     */
    public JdbcAdoption(Database database, OutcomeComposer composer, Pace pace) {
        jdbc = database.jdbc();
        transactions = database.transactions();
        recording = new Recording(database, composer, pace);
    }

    @Override
    public boolean adopt(AgreementKey key, String appId, String product, String scene) {
        try {
            return transactions.execute(
                    status -> Rows.locked(jdbc, key).isEmpty() && insert(key, appId, product, scene));
        } catch (DuplicateKeyException anotherWasFaster) {
            return false;
        }
    }

    private boolean insert(AgreementKey key, String appId, String product, String scene) {
        OffsetDateTime now = Rows.now(jdbc);
        jdbc.sql("INSERT INTO agreement (merchant, external_agreement_no, app_id, product, scene, state, round,"
                        + " request_id, outcome_version, created_at, changed_at, window_ends_at, fence, attempts,"
                        + " last_answer) VALUES (?, ?, ?, ?, ?, 'ISSUED', 1, ?, 0, ?, ?, ?, 0, 0, '')")
                .params(key.merchant(), key.externalAgreementNo(), appId, product, scene, REQUEST, now, now, now)
                .update();
        Agreement agreement = Rows.locked(jdbc, key).orElseThrow();
        recording.learn(agreement, Set.of(new Signal.Issued(1, REQUEST), new Signal.Silent(1)), Duration.ZERO, now);
        return true;
    }
}
