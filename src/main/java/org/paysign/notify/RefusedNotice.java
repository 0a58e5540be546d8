package org.paysign.notify;

/** A notice's verdict: nothing in it may be believed. Carries no stack trace, and nothing out of the notice. */
class RefusedNotice extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Refusal reason;

    RefusedNotice(Refusal reason) {
        super(reason.word(), null, false, false);
        this.reason = reason;
    }

    Refusal reason() {
        return reason;
    }
}
