package org.paysign.monitoring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import org.paysign.merchant.MerchantDirectory;
import org.paysign.queue.ParkedMessages;
import org.paysign.store.Counts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Figures that are looked up when somebody reads them. What cannot be looked up is left out, and {@code paysign_up} says
 * so: an old figure would look like a good one.
 */
public final class Figures {

    private static final Logger LOG = LoggerFactory.getLogger(Figures.class);

    private final MeterRegistry meters;
    private final Census census;
    private final MerchantDirectory merchants;
    private final MultiGauge up;
    private final MultiGauge agreements;
    private final MultiGauge outcomes;
    private final MultiGauge oldest;
    private final MultiGauge parked;
    private final MultiGauge queues;
    private final MultiGauge certificates;

    public Figures(MeterRegistry meters, Census census, MerchantDirectory merchants, Incidents incidents) {
        this.meters = meters;
        this.census = census;
        this.merchants = merchants;
        up = gauge("paysign.up", "Whether what PaySign needs answers");
        agreements = gauge("paysign.agreements", "Agreements by merchant and state");
        outcomes = gauge("paysign.outcomes", "Outcomes by status");
        oldest = gauge("paysign.oldest.seconds", "Age of the oldest UNKNOWN agreement and PENDING outcome");
        parked = gauge("paysign.parked.messages", "Parked messages by reason, as far as they are looked at");
        queues = gauge(
                "paysign.queue.messages", "Messages that lie on the queues PaySign reads, and on the parked ones");
        certificates =
                gauge("paysign.certificate.end.timestamp.seconds", "When a certificate ends, in seconds since 1970");
        incidents.counted(meters);
    }

    private MultiGauge gauge(String name, String description) {
        return MultiGauge.builder(name).description(description).register(meters);
    }

    /** Looks everything up; one reader at a time. */
    synchronized void refresh() {
        List<Row<?>> answers = new ArrayList<>();
        answers.add(row(look("database", this::stored, List.of(agreements, outcomes, oldest)), "part", "database"));
        answers.add(row(look("parked messages", this::shelf, List.of(parked)), "part", "parked"));
        answers.add(row(look("broker", this::waiting, List.of(queues)), "part", "broker"));
        up.register(answers, true);
        certificates.register(ends(), true);
    }

    private static double look(String what, Runnable looking, List<MultiGauge> gauges) {
        try {
            looking.run();
            return 1;
        } catch (IllegalStateException away) {
            LOG.debug("No figures of the {}: {}", what, away.getMessage());
            gauges.forEach(gauge -> gauge.register(List.of(), true));
            return 0;
        }
    }

    private void stored() {
        Counts counts = census.counts();
        List<Row<?>> states = new ArrayList<>();
        merchants.all().forEach(merchant -> counts.of(merchant.name())
                .forEach((state, count) -> states.add(row(count, "merchant", merchant.name(), "state", state.name()))));
        agreements.register(states, true);
        outcomes.register(
                List.of("PENDING", "PARKED", "DELIVERED").stream()
                        .<Row<?>>map(status -> row(counts.outcomes(status), "status", status))
                        .toList(),
                true);
        oldest.register(
                List.of(
                        row(counts.oldestUnknown().toSeconds(), "what", "unknown"),
                        row(counts.oldestPending().toSeconds(), "what", "outcome")),
                true);
    }

    private void shelf() {
        ParkedMessages.Shelf shelf = census.parked();
        List<Row<?>> reasons = new ArrayList<>();
        shelf.byReason().forEach((reason, count) -> reasons.add(row(count, "reason", reason)));
        parked.register(reasons, true);
    }

    private void waiting() {
        List<Row<?>> waiting = new ArrayList<>();
        census.broker().forEach((queue, count) -> waiting.add(row(count, "queue", queue)));
        queues.register(waiting, true);
    }

    private List<Row<?>> ends() {
        List<Row<?>> ends = new ArrayList<>();
        merchants.all().forEach(merchant -> new MerchantEnds(merchant)
                .first()
                .forEach((setting, end) ->
                        ends.add(row(end.getEpochSecond(), "merchant", merchant.name(), "setting", setting))));
        return ends;
    }

    private static Row<?> row(Number value, String... tags) {
        return Row.of(Tags.of(tags), value.doubleValue());
    }
}
