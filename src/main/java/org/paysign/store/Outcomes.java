package org.paysign.store;

import java.time.Duration;
import java.util.List;

/** The outbox. Claims as in {@link Questions}; safe for use by several threads and instances. */
public interface Outcomes {

    /** The lanes with outcomes that are due and of which fewer than {@code inFlight} are claimed. */
    List<Lane> lanes(int inFlight);

    /** Claims due outcomes of a lane, oldest first. */
    List<Delivery> claim(Lane lane, int limit, Duration lease);

    /** The endpoint took it. */
    boolean delivered(Delivery delivery);

    /** Tries again later; {@code note} says why, in one of our words. */
    boolean postpone(Delivery delivery, Duration gap, String note);

    /** Stops trying; it stays in the table and can be replayed for ever. */
    boolean park(Delivery delivery, String note);
}
