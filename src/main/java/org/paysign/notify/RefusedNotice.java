package org.paysign.notify;

/** A notice's verdict: nothing in it may be believed. Carries no stack trace, and nothing out of the notice. */
final class RefusedNotice extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Refuses with one of our words. */
    RefusedNotice(String reason) {
        super(reason, null, false, false);
    }
}
