package org.paysign.support;

import org.paysign.agreement.AgreementKey;
import org.paysign.agreement.State;
import org.paysign.log.Trace;
import org.paysign.store.Agreement;

/** The agreement that the vectors and {@link AlipayText} are about. */
public final class SampleAgreement {

    private SampleAgreement() {}

    public static Agreement valid() {
        return inScene("INDUSTRY|DIGITAL_MEDIA");
    }

    public static Agreement inScene(String scene) {
        return new Agreement(
                17,
                new AgreementKey("shop", "T1"),
                SampleMerchant.APP_ID,
                "CYCLE_PAY_AUTH_P",
                scene,
                State.ISSUED,
                2,
                "order-1001",
                "",
                Trace.NONE);
    }
}
