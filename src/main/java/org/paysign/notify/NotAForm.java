package org.paysign.notify;

/** The body is no form at all: nothing Alipay ever sends, so nobody is asked to send it again. */
final class NotAForm extends RefusedNotice {

    private static final long serialVersionUID = 1L;

    NotAForm() {
        super(Refusal.NOT_A_FORM);
    }
}
