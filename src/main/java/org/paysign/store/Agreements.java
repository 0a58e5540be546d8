package org.paysign.store;

import java.util.Optional;
import java.util.function.IntFunction;
import org.paysign.agreement.AgreementKey;
import org.paysign.agreement.Signal;

/**
 * The agreements and what was learnt about them. Every method is one database transaction, committed when it returns;
 * safe for use by several threads and instances.
 */
public interface Agreements {

    /** Finds an agreement in its latest round. */
    Optional<Agreement> find(AgreementKey key);

    /** Finds the agreement that is in force, or has ended, under Alipay's own number. */
    Optional<Agreement> findByNumber(String merchant, String agreementNo);

    /**
     * Adds a signal, decides again, and writes the outcome if the state changed. A signal that is known already changes
     * nothing, but a phone's repeated word makes Alipay be asked once more.
     */
    void record(long agreementId, Signal signal);

    /**
     * As {@link #record(long, Signal)}, for what names no round: it belongs to the one that is the latest when it is
     * stored.
     */
    void recordNow(long agreementId, IntFunction<? extends Signal> ofRound);
}
