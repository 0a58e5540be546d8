package org.paysign.monitoring;

import java.util.Map;
import org.paysign.notify.Refusals;
import org.paysign.result.ResultLog;

/** What has happened in this process since its start and stands in no table; safe for use by several threads. */
public final class Incidents {

    private final Refusals notices;
    private final ResultLog results;

    public Incidents(Refusals notices, ResultLog results) {
        this.notices = notices;
        this.results = results;
    }

    long noticesRefused() {
        return notices.total();
    }

    /** By a word of ours; reasons that never came are left out. */
    Map<String, Long> noticesRefusedByReason() {
        return notices.byReason();
    }

    long resultsUnproven() {
        return results.unprovenResults();
    }
}
