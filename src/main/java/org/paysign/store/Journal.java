package org.paysign.store;

import java.util.List;

/** What was learnt about the agreements, in the order in which it was stored. Safe for use by several threads. */
public interface Journal {

    /** The number of the latest entry, 0 if there is none. */
    long last();

    /**
     * The entries behind a number, lowest first. One may appear after others with higher numbers: its transaction took
     * longer.
     */
    List<JournalEntry> after(long number, int most);
}
