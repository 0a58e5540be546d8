package org.paysign.store;

import java.util.function.IntFunction;
import org.paysign.agreement.Signal;

/**
 * Something that came about an agreement unasked.
 *
 * @param agreement the row
 * @param ofRound what it is, given the round that is the latest when it is stored
 */
public record Word(long agreement, IntFunction<? extends Signal> ofRound) {

    /** Of the round that the signal names. */
    public static Word of(Agreement agreement, Signal signal) {
        return new Word(agreement.id(), round -> signal);
    }

    /** Without the signal, which may be personal. */
    @Override
    public String toString() {
        return "Word[" + agreement + "]";
    }
}
