package org.paysign.store;

import java.util.Optional;
import java.util.function.IntFunction;
import org.paysign.agreement.Signal;

/**
 * The unsign requests and what they were answered. Every method is one database transaction, committed when it returns;
 * safe for use by several threads and instances.
 */
public interface Unsigns {

    /** The reply of an earlier delivery, or the conflict with it; empty if it is not answered yet. */
    Optional<Remembered> recall(UnsignKey key);

    /**
     * Notes a request about what is signed or has ended, before Alipay is called. Should nobody hear Alipay's answer, the
     * agreement is asked about a minute later.
     *
     * @return Alipay's number of the agreement it was about when it first came, for the number may have been signed again
     *     since; empty if the requestId was used for something else
     */
    Optional<String> begin(UnsignKey key, Agreement agreement);

    /** Stores the reply and returns it, or the one that was stored before. */
    String finish(UnsignKey key, String reply);

    /**
     * Stores the end, the outcome that follows and the reply together.
     *
     * @param ofRound the end, for the round that is the latest when it is stored
     * @return the reply, or one that was stored before
     */
    String finish(UnsignKey key, Agreement agreement, IntFunction<Signal.Ended> ofRound, String reply);
}
