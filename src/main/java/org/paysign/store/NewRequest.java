package org.paysign.store;

import java.time.Duration;
import org.paysign.agreement.AgreementKey;
import org.paysign.log.Trace;

/**
 * A sign request that was checked, enriched and signed, to be remembered before it is answered.
 *
 * @param digest of the request's content as it came, to tell a repeat from a conflict
 * @param reply the text to answer with, now and at every repeat
 * @param window how long the customer may sign, margin included
 * @param silence after how long without a word Alipay is asked
 * @param trace the journey it belongs to
 */
public record NewRequest(
        String requestId,
        AgreementKey key,
        String appId,
        String product,
        String scene,
        String digest,
        String reply,
        Duration window,
        Duration silence,
        Trace trace) {

    /** The same request on a journey. */
    public NewRequest in(Trace journey) {
        return new NewRequest(requestId, key, appId, product, scene, digest, reply, window, silence, journey);
    }

    /** Without the reply, which holds personal data and a signature. */
    @Override
    public String toString() {
        return "NewRequest[" + requestId + "]";
    }
}
