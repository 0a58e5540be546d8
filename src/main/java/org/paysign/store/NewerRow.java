package org.paysign.store;

/** A row that only a newer PaySign understands: this one leaves it alone. */
final class NewerRow extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    NewerRow(String what) {
        super(what + " cannot be read: it was written by a newer PaySign, so run that version");
    }
}
