package org.paysign.outcome;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.camel.ExchangeProperty;
import org.paysign.http.HttpFailure;
import org.paysign.log.Event;
import org.paysign.store.Claiming;
import org.paysign.store.Delivery;
import org.paysign.store.Lane;
import org.paysign.store.Outcomes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is delivered when: claims, successes and further tries; safe for use by several threads and instances. */
public final class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private final Outcomes outcomes;
    private final Backoff backoff;
    private final Claiming claiming;

    public Outbox(Outcomes outcomes, Backoff backoff, Claiming claiming) {
        this.outcomes = outcomes;
        this.backoff = backoff;
        this.claiming = claiming;
    }

    /**
     * The lanes with outcomes that are due and not yet being delivered by enough hands; in no order, so that none is always
     * the last when hands are few.
     */
    public List<Lane> lanes() {
        List<Lane> lanes = new ArrayList<>(outcomes.lanes(claiming.inFlight()));
        Collections.shuffle(lanes);
        return lanes;
    }

    /** Claims the first batch of a lane. */
    public DeliveryBatch claim(Lane lane) {
        return new DeliveryBatch(lane, outcomes.claim(lane, claiming.batch(), claiming.lease()));
    }

    /** Claims the batch after this one. */
    public DeliveryBatch claimNext(DeliveryBatch previous) {
        return claim(previous.lane());
    }

    /** The endpoint took it. */
    public void delivered(@ExchangeProperty("letter") Letter letter) {
        Delivery delivery = letter.delivery();
        if (outcomes.delivered(delivery)) {
            event("outcome.delivered", delivery).info(LOG);
        } else {
            LOG.warn(
                    "Outcome {} was delivered after its lease: it may reach {} twice",
                    delivery.id(),
                    delivery.target());
        }
    }

    /** The endpoint did not take it: tried again, or parked in the table after the last try. */
    public void refused(
            @ExchangeProperty("delivery") Delivery delivery,
            @ExchangeProperty("CamelExceptionCaught") Exception failure) {
        String note = HttpFailure.note(failure);
        if (backoff.isExhausted(delivery.tries(), delivery.age())) {
            outcomes.park(delivery, note);
            event("outcome.parked", delivery).with("note", note).error(LOG);
            LOG.error("An outcome is parked: mend the endpoint {} and replay it", delivery.target());
            return;
        }
        outcomes.postpone(delivery, backoff.after(delivery.tries(), RandomGenerator.getDefault()), note);
        event("outcome.refused", delivery).with("note", note).warn(LOG);
    }

    private static Event event(String name, Delivery delivery) {
        return Event.of(name)
                .with("merchant", delivery.merchant())
                .with("outcome", delivery.id())
                .with("target", delivery.target())
                .with("tries", delivery.tries())
                .in(delivery.trace());
    }
}
