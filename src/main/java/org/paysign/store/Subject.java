package org.paysign.store;

/** What Alipay is asked about. */
public enum Subject {
    /** Whether it was signed: everything that is not known. */
    UNKNOWN("state NOT IN ('ISSUED', 'SIGNED')"),
    /** Whether it still is: what was signed, because Alipay does not tell of every end. */
    SIGNED("state = 'SIGNED'");

    private final String condition;

    Subject(String condition) {
        this.condition = condition;
    }

    /** Which rows are meant. */
    String condition() {
        return condition;
    }
}
