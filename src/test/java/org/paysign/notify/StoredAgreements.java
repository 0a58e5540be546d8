package org.paysign.notify;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.paysign.agreement.AgreementKey;
import org.paysign.agreement.Signal;
import org.paysign.store.Agreement;
import org.paysign.store.Agreements;

/** Agreements to be found; nothing can be stored. */
record StoredAgreements(List<Agreement> stored) implements Agreements {

    @Override
    public Optional<Agreement> find(AgreementKey key) {
        return stored.stream().filter(one -> one.key().equals(key)).findFirst();
    }

    @Override
    public Optional<Agreement> findByNumber(String merchant, String agreementNo) {
        return stored.stream()
                .filter(one -> one.key().merchant().equals(merchant))
                .filter(one -> one.agreementNo().equals(agreementNo))
                .findFirst();
    }

    @Override
    public void recordNow(long agreementId, IntFunction<? extends Signal> ofRound) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void record(long agreementId, Signal signal) {
        throw new UnsupportedOperationException();
    }
}
