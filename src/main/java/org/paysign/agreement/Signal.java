package org.paysign.agreement;

import java.util.Map;
import java.util.Set;

/**
 * One thing that was learnt about an agreement. Signals are kept for ever and never changed; the state is a function of
 * their set. {@code round} counts the sign requests made for the same {@code external_agreement_no}, from 1.
 */
public sealed interface Signal {

    int round();

    /** A signStr was handed out. */
    record Issued(int round, String requestId) implements Signal {}

    /**
     * The phone's word.
     *
     * @param confirm whether Alipay is asked before this is believed
     * @param reason Alipay's own sub_code if the phone brought one that Alipay signed, else empty
     */
    record Claimed(int round, Claim claim, String resultStatus, boolean confirm, String reason) implements Signal {}

    /** Nothing was heard for too long. */
    record Silent(int round) implements Signal {}

    /** Alipay confirmed the agreement. */
    record Signed(int round, Evidence evidence, String agreementNo, Map<String, String> fields) implements Signal {
        public Signed {
            fields = Map.copyOf(fields);
        }

        /** Without the fields, which are personal. */
        @Override
        public String toString() {
            return "Signed[" + round + ", " + evidence + "]";
        }
    }

    /**
     * Alipay knew no such agreement in force when it was asked.
     *
     * @param answered what had been reported in this round when the question was asked: resultStatus codes and
     *     agreement_nos
     * @param windowClosed whether the time to sign was over by then
     */
    record NotSigned(int round, Set<String> answered, boolean windowClosed) implements Signal {
        public NotSigned {
            answered = Set.copyOf(answered);
        }
    }

    /**
     * Alipay knows the agreement, but it is not in force: {@code TEMP} is not effective yet, {@code STOP} is suspended.
     * Decides nothing; Alipay is asked.
     */
    record Pending(int round, Evidence evidence, String status) implements Signal {}

    /**
     * Alipay said that the agreement was signed and exists no more.
     *
     * @param agreementNo which one, empty if Alipay did not say
     */
    record Ended(int round, Evidence evidence, String agreementNo, String reason, Map<String, String> fields)
            implements Signal {
        public Ended {
            fields = Map.copyOf(fields);
        }

        /** Without the fields, which are personal. */
        @Override
        public String toString() {
            return "Ended[" + round + ", " + evidence + ", " + reason + "]";
        }
    }
}
