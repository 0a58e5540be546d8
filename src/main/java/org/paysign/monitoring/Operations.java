package org.paysign.monitoring;

import java.util.Map;
import org.paysign.queue.ParkedMessages;

/** What an operator may press; every one may be pressed twice. Safe for use by several threads. */
public final class Operations {

    private final Errands errands;
    private final Upkeep upkeep;
    private final ParkedMessages parked;
    private final Inquiry inquiry;

    public Operations(Errands errands, Upkeep upkeep, ParkedMessages parked, Inquiry inquiry) {
        this.errands = errands;
        this.upkeep = upkeep;
        this.parked = parked;
        this.inquiry = inquiry;
    }

    Errands errands() {
        return errands;
    }

    Upkeep upkeep() {
        return upkeep;
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
