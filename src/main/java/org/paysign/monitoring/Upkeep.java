package org.paysign.monitoring;

import java.util.List;
import java.util.function.Function;
import org.paysign.store.Interventions;
import org.paysign.store.Retirement;
import org.paysign.store.Subject;

/** What an operator has done to the tables, in parts; every one may be pressed twice. Safe for use by several threads. */
public final class Upkeep {

    /** Rows a press takes on at most: what is left takes another press. */
    private static final int MOST = 100_000;
    /** Rows of a transaction. */
    private static final int PART = 500;

    private final Errands errands;
    private final Interventions interventions;
    private final Retirement retirement;

    public Upkeep(Errands errands, Interventions interventions, Retirement retirement) {
        this.errands = errands;
        this.interventions = interventions;
        this.retirement = retirement;
    }

    String pollNow() {
        return askNow("pollNow", Subject.UNKNOWN);
    }

    String reconcileNow() {
        return askNow("reconcileNow", Subject.SIGNED);
    }

    private String askNow(String name, Subject subject) {
        return errands.order(
                name,
                errand -> inParts(
                                errand,
                                interventions.waitingForAlipay(subject, MOST),
                                part -> interventions.makeDue(subject, part))
                        + " agreements are due now; those that were due before or are being asked about stay so.");
    }

    String retireNow() {
        return errands.order("retireNow", errand -> {
            long total = retirement.count();
            errand.reached(0, total);
            int deleted = errand.isGivenUp() ? 0 : retirement.retire();
            while (deleted > 0 && !errand.isGivenUp()) {
                errand.reached(errand.done() + deleted, total);
                deleted = retirement.retire();
            }
            return errand.done() + " agreements and notices are deleted, all that paysign.retention.days allows"
                    + (total == 0 ? " now." : ".");
        });
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
}
