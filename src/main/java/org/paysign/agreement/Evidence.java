package org.paysign.agreement;

import java.util.Locale;

/** Where a proof came from. */
public enum Evidence {
    SYNC,
    NOTIFY,
    QUERY;

    /** The word used in outcomes. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
