package org.paysign.query;

import java.util.Set;
import org.paysign.agreement.Signal;

/**
 * What Alipay's answer means.
 *
 * @param kind the class of answer
 * @param note Alipay's code and sub_code, or one of our words, for the operator
 * @param signals what was learnt, if anything
 */
public record Answer(Question question, Kind kind, String note, Set<Signal> signals) {
    public Answer {
        signals = Set.copyOf(signals);
    }

    /** Classes of answers; only the first ones tell something about the agreement. */
    public enum Kind {
        /** Verified: signed, not signed, or ended. */
        KNOWN,
        /** Verified: a signed agreement is still in force. */
        STANDS,
        /** Alipay or the way to it is in trouble, or the agreement is not effective yet: ask again. */
        LATER,
        /** Alipay asks to be called less often. */
        SLOWER,
        /** A person has to mend something; asked again in the longest gaps. */
        PERSON
    }
}
