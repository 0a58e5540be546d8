package org.paysign.monitoring;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.paysign.queue.ParkedMessages;
import org.paysign.store.Interventions;

/** What an operator may press; every one may be pressed twice. Safe for use by several threads. */
public final class Operations {

    /** Rows a press takes on at most: what is left takes another press. */
    private static final int MOST = 100_000;
    /** Rows of a transaction. */
    private static final int PART = 500;

    private final Errands errands;
    private final Interventions interventions;
    private final ParkedMessages parked;
    private final Inquiry inquiry;

    public Operations(Errands errands, Interventions interventions, ParkedMessages parked, Inquiry inquiry) {
        this.errands = errands;
        this.interventions = interventions;
        this.parked = parked;
        this.inquiry = inquiry;
    }

    Errands errands() {
        return errands;
    }

    String pollNow() {
        return errands.order(
                "pollNow",
                errand -> inParts(errand, interventions.waitingForAlipay(MOST), interventions::makeDue)
                        + " agreements are due now; those that were due before or are being asked about stay so.");
    }

    String replayOutcomes() {
        return errands.order(
                "replayOutcomes",
                errand -> inParts(errand, interventions.parkedOutcomes(MOST), interventions::unpark)
                        + " parked outcomes are delivered again, with the same ids.");
    }

    private static <T> long inParts(Errand errand, List<T> all, Function<List<T>, Integer> work) {
        long changed = 0;
        errand.reached(0, all.size());
        for (int from = 0; from < all.size() && !errand.isGivenUp(); from += PART) {
            int to = Math.min(all.size(), from + PART);
            changed += work.apply(all.subList(from, to));
            errand.reached(to, all.size());
        }
        return changed;
    }

    String replayParked(int max) {
        if (max < 1) {
            return "Nothing is done: say how many messages at most.";
        }
        return errands.order("replayParked(" + max + ")", errand -> {
            errand.reached(0, max);
            Map<String, Integer> back = parked.putBack(max, queue -> {
                errand.reached(errand.done() + 1, max);
                return !errand.isGivenUp();
            });
            return back.isEmpty()
                    ? "No parked message came from a queue that PaySign reads."
                    : "Put back: " + back + ".";
        });
    }

    String query(String merchant, String externalAgreementNo) {
        return inquiry.query(merchant, externalAgreementNo);
    }
}
