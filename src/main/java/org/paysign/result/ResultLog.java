package org.paysign.result;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;
import org.paysign.agreement.Claim;
import org.paysign.agreement.Signal;
import org.paysign.queue.Batches;
import org.paysign.queue.Jointly;
import org.paysign.store.ManyAgreements;
import org.paysign.store.Word;

/**
 * Records what a result means. Which resultStatus means what, and which is confirmed by Alipay first, stands in the route
 * that calls these methods. The results of a batch are recorded together; safe for use by several threads.
 */
public final class ResultLog {

    private final Jointly<Word, Boolean> words;
    private final LongAdder unproven = new LongAdder();

    /** Records for the messages of these batches together. */
    public ResultLog(ManyAgreements agreements, Batches batches) {
        this.words = batches.jointly(agreements::recordAll);
    }

    /** Alipay confirmed it in the text itself. */
    public CompletionStage<VerifiedResult> signed(VerifiedResult result) {
        return record(result, result.proof().orElseThrow());
    }

    /** The phone says signed but cannot prove it: Alipay is asked. */
    public CompletionStage<VerifiedResult> unproven(VerifiedResult result) {
        return words.call(Word.of(result.agreement(), said(result, Claim.SIGNED, true)), recorded -> {
            unproven.increment();
            return result;
        });
    }

    /** How many results said signed without a proof, so that Alipay was asked, since the start. */
    public long unprovenResults() {
        return unproven.sum();
    }

    /** Nobody knows yet: Alipay is asked until it does. */
    public CompletionStage<VerifiedResult> unknown(VerifiedResult result) {
        return claim(result, Claim.UNKNOWN, true);
    }

    /** The phone says failed: believed at once. */
    public CompletionStage<VerifiedResult> failed(VerifiedResult result) {
        return claim(result, Claim.FAILED, false);
    }

    /** The phone says failed: believed when Alipay knows no agreement. */
    public CompletionStage<VerifiedResult> failedUnlessSigned(VerifiedResult result) {
        return claim(result, Claim.FAILED, true);
    }

    /** The phone says cancelled: believed at once. */
    public CompletionStage<VerifiedResult> cancelled(VerifiedResult result) {
        return claim(result, Claim.CANCELLED, false);
    }

    /** The phone says cancelled: believed when Alipay knows no agreement. */
    public CompletionStage<VerifiedResult> cancelledUnlessSigned(VerifiedResult result) {
        return claim(result, Claim.CANCELLED, true);
    }

    private CompletionStage<VerifiedResult> claim(VerifiedResult result, Claim claim, boolean confirm) {
        return record(result, said(result, claim, confirm));
    }

    private static Signal said(VerifiedResult result, Claim claim, boolean confirm) {
        return new Signal.Claimed(result.agreement().round(), claim, result.resultStatus(), confirm, result.reason());
    }

    private CompletionStage<VerifiedResult> record(VerifiedResult result, Signal signal) {
        return words.call(Word.of(result.agreement(), signal), recorded -> result);
    }
}
