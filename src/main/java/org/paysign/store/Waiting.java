package org.paysign.store;

/**
 * Which rows wait for something, in the words of the database's indexes: PostgreSQL's are partial, and used for their own
 * condition only; H2's begin with the column {@code waits}, and are used for an order that begins with it too.
 *
 * @param condition which rows
 * @param first what their order begins with, with a comma, or nothing
 */
record Waiting(String condition, String first) {

    /** Agreements about which Alipay is asked. */
    static Waiting agreements(Subject subject, boolean partial) {
        return partial
                ? new Waiting(subject.condition(), "")
                : new Waiting("waits = '" + subject.name() + "'", "waits, ");
    }

    /** Outcomes to deliver. */
    static Waiting outcomes(boolean partial) {
        return partial ? new Waiting("status = 'PENDING'", "") : new Waiting("waits = 'PENDING'", "waits, ");
    }

    /** Short: what it says is in the statements. */
    @Override
    public String toString() {
        return "Waiting";
    }
}
