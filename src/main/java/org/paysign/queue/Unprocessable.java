package org.paysign.queue;

/**
 * A message's verdict, not a fault of the program: it cannot be processed, now or later, and is parked with its reason.
 * Carries no stack trace, and never anything out of the message.
 */
public class Unprocessable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /**
     * Says why.
     *
     * @param reason a code for {@code paysignReason}
     * @param detail one sentence for {@code paysignDetail}
     */
    public Unprocessable(String reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    /** The code for {@code paysignReason}. */
    public String reason() {
        return reason;
    }
}
