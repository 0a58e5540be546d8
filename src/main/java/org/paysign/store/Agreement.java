package org.paysign.store;

import org.paysign.agreement.AgreementKey;
import org.paysign.agreement.State;
import org.paysign.log.Event;
import org.paysign.log.Trace;

/**
 * An agreement as stored.
 *
 * @param id the row
 * @param round the sign request this is about, counted from 1
 * @param requestId of that round
 * @param agreementNo Alipay's number of the agreement that is in force or has ended, empty if none is known
 * @param trace the journey of the latest request
 */
public record Agreement(
        long id,
        AgreementKey key,
        String appId,
        String product,
        String scene,
        State state,
        int round,
        String requestId,
        String agreementNo,
        Trace trace) {

    /** Begins a line of the log about this agreement. */
    public Event event(String name) {
        return Event.of(name)
                .with("merchant", key.merchant())
                .with("requestId", requestId)
                .with("externalAgreementNo", key.externalAgreementNo())
                .with("agreementNo", agreementNo)
                .in(trace);
    }
}
