package org.paysign.store;

import java.util.List;

/**
 * What an operator changes by hand. Each is done in parts, so that it holds nobody up, and may be done twice. Safe for
 * use by several threads and instances.
 */
public interface Interventions {

    /** The agreements that Alipay is to be asked about later, longest waiting first. */
    List<Long> waitingForAlipay(Subject subject, int limit);

    /**
     * Makes such agreements due now, by the database's clock.
     *
     * @return how many; those that are due already, being asked about, or of another kind by now are left alone
     */
    int makeDue(Subject subject, List<Long> agreements);

    /** The outcomes that are parked, oldest first. */
    List<String> parkedOutcomes(int limit);

    /**
     * Puts parked outcomes back to be delivered, with the same id and the same bytes, and all their tries before them.
     *
     * @return how many; those that are not parked any more are left alone
     */
    int unpark(List<String> outcomes);
}
