package org.paysign.store;

/** Counts what is stored; cheap enough to be asked every few seconds, not more. Safe for use by several threads. */
public interface Tally {

    /** Counts anew; given up after some seconds. */
    Counts count();
}
