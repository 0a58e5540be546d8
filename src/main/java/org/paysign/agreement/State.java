package org.paysign.agreement;

/**
 * Where an agreement stands. Within one round of signing, evidence only ever moves it to the right, which is why the
 * order in which evidence arrives does not matter; one that only ran out of time gives way to what the phone says late.
 */
public enum State {
    /** A signStr was handed out, nothing was heard. */
    ISSUED,
    /** Alipay has to be asked. */
    UNKNOWN,
    /** The phone reported a failure and Alipay knows no agreement. */
    FAILED,
    /** The customer left, or the time to sign ran out, and Alipay knows no agreement. */
    CANCELLED,
    /** Alipay confirmed it. */
    SIGNED,
    /** Unsigned or expired after it was signed. */
    ENDED;

    /** Whether the merchant is told when an agreement gets here. */
    public boolean hasOutcome() {
        return this != ISSUED && this != UNKNOWN;
    }
}
