package org.paysign.store;

/** The end of what is finished: it is deleted when nobody needs it any more. */
public interface Retirement {

    /**
     * Deletes finished agreements that have been so for the configured time, oldest first, with everything about them.
     * One with an outcome that is not delivered stays, and so does one about which Alipay is still to be asked. Notices
     * that decided nothing go at the same age. One batch of each, in a database transaction of its own; safe for use by
     * several threads and instances.
     *
     * @return how many rows of both; 0 when nothing is left to delete
     */
    int retire();

    /** How many rows of both there are of that age; those with an outcome that is not delivered stay, and are counted. */
    long count();
}
