package org.paysign.result;

import java.util.concurrent.atomic.LongAdder;
import org.paysign.agreement.Claim;
import org.paysign.agreement.Signal;
import org.paysign.store.Agreements;

/**
 * Records what a result means. Which resultStatus means what, and which is confirmed by Alipay first, stands in the route
 * that calls these methods; safe for use by several threads.
 */
public final class ResultLog {

    private final Agreements agreements;
    private final LongAdder unproven = new LongAdder();

    public ResultLog(Agreements agreements) {
        this.agreements = agreements;
    }

    /** Alipay confirmed it in the text itself. */
    public void signed(VerifiedResult result) {
        agreements.record(result.agreement().id(), result.proof().orElseThrow());
    }

    /** The phone says signed but cannot prove it: Alipay is asked. */
    public void unproven(VerifiedResult result) {
        claim(result, Claim.SIGNED, true);
        unproven.increment();
    }

    /** How many results said signed without a proof, so that Alipay was asked, since the start. */
    public long unprovenResults() {
        return unproven.sum();
    }

    /** Nobody knows yet: Alipay is asked until it does. */
    public void unknown(VerifiedResult result) {
        claim(result, Claim.UNKNOWN, true);
    }

    /** The phone says failed: believed at once. */
    public void failed(VerifiedResult result) {
        claim(result, Claim.FAILED, false);
    }

    /** The phone says failed: believed when Alipay knows no agreement. */
    public void failedUnlessSigned(VerifiedResult result) {
        claim(result, Claim.FAILED, true);
    }

    /** The phone says cancelled: believed at once. */
    public void cancelled(VerifiedResult result) {
        claim(result, Claim.CANCELLED, false);
    }

    /** The phone says cancelled: believed when Alipay knows no agreement. */
    public void cancelledUnlessSigned(VerifiedResult result) {
        claim(result, Claim.CANCELLED, true);
    }

    private void claim(VerifiedResult result, Claim claim, boolean confirm) {
        agreements.record(
                result.agreement().id(),
                new Signal.Claimed(result.agreement().round(), claim, result.resultStatus(), confirm, result.reason()));
    }
}
