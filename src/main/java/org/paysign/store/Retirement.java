package org.paysign.store;

/** The end of what is finished: it is deleted when nobody needs it any more. */
public interface Retirement {

    /**
     * Deletes finished agreements that have been so for the configured time, oldest first, with everything about them.
     * One with an outcome that is not delivered stays, and so does one about which Alipay is still to be asked. One
     * database transaction; safe for use by several threads and instances.
     *
     * @return how many
     */
    int retire();
}
