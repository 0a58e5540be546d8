package org.paysign.store;

import org.paysign.agreement.AgreementKey;
import org.paysign.agreement.State;

/**
 * An agreement as stored.
 *
 * @param id the row
 * @param round the sign request this is about, counted from 1
 * @param requestId of that round
 * @param agreementNo Alipay's number of the agreement that is in force or has ended, empty if none is known
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
        String agreementNo) {}
