package org.paysign.monitoring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the health pages say, as figures, and beyond what ages they say it. */
public final class HealthMeters {

    private final HealthPages health;
    private final MultiGauge checks;

    public HealthMeters(MeterRegistry meters, HealthPages health, Limits limits) {
        this.health = health;
        checks = MultiGauge.builder("paysign.health")
                .description("Checks of /observe/health: 1 is up, 0 is down")
                .register(meters);
        limit(meters, "unknown", limits.unknown());
        limit(meters, "outcome", limits.outcome());
    }

    private static void limit(MeterRegistry meters, String what, Duration most) {
        Gauge.builder("paysign.oldest.limit.seconds", most::toSeconds)
                .description("Age beyond which somebody has to look, as configured")
                .tag("what", what)
                .register(meters);
    }

    /** Looks again; one reader at a time. */
    synchronized void refresh() {
        List<Row<?>> states = new ArrayList<>();
        health.states().forEach((check, up) -> states.add(Row.of(Tags.of("check", check), up ? 1 : 0)));
        checks.register(states, true);
    }
}
