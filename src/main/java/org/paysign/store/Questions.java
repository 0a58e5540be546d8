package org.paysign.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.paysign.agreement.AgreementKey;
import org.paysign.agreement.Signal;

/**
 * Which agreements Alipay is to be asked about. Claims are row locks with a lease on the database's clock and a fence;
 * safe for use by several threads and instances.
 */
public interface Questions {

    /** Turns issued agreements from which nothing was heard for too long into unknown ones; returns how many. */
    int wakeSilent(int limit);

    /** The merchants with agreements that are due and of which fewer than {@code inFlight} are claimed. */
    List<String> merchants(Subject subject, int inFlight);

    /** Claims due agreements of a merchant, oldest first; no more than the merchant's rate lets be asked now. */
    List<Due> claim(Subject subject, String merchant, Claiming claiming);

    /**
     * Claims one agreement, due or not, to ask about it at once, whatever the rate; an issued one becomes unknown, as after
     * its silence.
     *
     * @return empty if there is none, or if somebody asks about it at this moment
     */
    Optional<Due> claimNow(AgreementKey key, Duration lease);

    /**
     * Stores an answer: everything that was learnt by it.
     *
     * @param gap when to ask again, if the answer leaves the question open; never later than the end of the signing window
     * @return false if the claim was lost in the meantime; nothing is stored then, and somebody else asks
     */
    boolean answer(Due due, Set<Signal> signals, Duration gap);

    /** Alipay said of a signed agreement that nothing has changed; it is asked again in the usual pace. */
    boolean stands(Due due);

    /** Asks again later; {@code note} says why, in one of our words, for the operator. */
    boolean postpone(Due due, Duration gap, String note);

    /**
     * Alipay has said that there are too many calls for this merchant: no instance asks for it until a pause is over, which
     * doubles while Alipay goes on saying so.
     *
     * @return how long the pause still is
     */
    Duration slowDown(String merchant);

    /** How often this instance wanted to ask and a merchant's rate allowed nothing. */
    long heldBack();
}
