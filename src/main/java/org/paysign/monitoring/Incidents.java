package org.paysign.monitoring;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import org.paysign.notify.Refusals;
import org.paysign.result.ResultLog;
import org.paysign.store.Database;
import org.paysign.store.Questions;

/** What has happened in this process since its start and stands in no table; safe for use by several threads. */
public final class Incidents {

    private final Refusals notices;
    private final ResultLog results;
    private final Database database;
    private final Questions questions;

    public Incidents(Refusals notices, ResultLog results, Database database, Questions questions) {
        this.notices = notices;
        this.results = results;
        this.database = database;
        this.questions = questions;
    }

    /** From 0: of a counter that begins with 1, Prometheus cannot tell that it grew. */
    void counted(MeterRegistry meters) {
        FunctionCounter.builder("paysign.results.unproven", this, Incidents::resultsUnproven)
                .description("Results that said signed without a proof, so that Alipay was asked")
                .register(meters);
        FunctionCounter.builder("paysign.late.writes.refused", this, Incidents::lateWritesRefused)
                .description("Writes after the end of their claim, which the fence refused")
                .register(meters);
        FunctionCounter.builder("paysign.questions.held.back", questions, Questions::heldBack)
                .description("Looks for questions that found no room in a merchant's rate")
                .register(meters);
        Refusals.reasons()
                .forEach(reason -> FunctionCounter.builder("paysign.notices.refused", notices, all -> all.byReason()
                                .getOrDefault(reason, 0L))
                        .description("Notices that were refused, by reason")
                        .tag("reason", reason)
                        .register(meters));
    }

    long noticesRefused() {
        return notices.total();
    }

    long resultsUnproven() {
        return results.unprovenResults();
    }

    long lateWritesRefused() {
        return database.lateRefusals();
    }
}
