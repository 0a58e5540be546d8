package org.paysign.monitoring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How the gateways fare, by merchant, told by the calls that are made anyway: nobody is called to see whether he answers.
 * Safe for use by several threads.
 */
public final class GatewayWatch {

    /** One lost call is no trouble. */
    private static final int TROUBLE = 3;

    private final Clock clock;
    private final MeterRegistry meters;
    private final Map<String, Line> lines = new ConcurrentHashMap<>();

    public GatewayWatch(Clock clock, MeterRegistry meters) {
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * How the last calls went.
     *
     * @param failures in a row, up to the last call
     * @param at when the last call ended
     */
    record Line(int failures, Instant at) {
        boolean inTrouble() {
            return failures >= TROUBLE;
        }
    }

    void called(String merchant, boolean answered, Duration time) {
        Timer yes = timer(merchant, true);
        Timer no = timer(merchant, false);
        (answered ? yes : no).record(time);
        Instant now = clock.instant();
        lines.compute(merchant, (name, line) -> new Line(answered ? 0 : line == null ? 1 : line.failures() + 1, now));
    }

    private Timer timer(String merchant, boolean answered) {
        return Timer.builder("paysign.gateway.call")
                .description("Calls to Alipay's gateway, by whether any answer came")
                .tag("merchant", merchant)
                .tag("answered", String.valueOf(answered))
                .serviceLevelObjectives(RouteMeters.BUCKETS)
                .register(meters);
    }

    /** By merchant; who was never called for is left out. */
    Map<String, Line> lines() {
        return new TreeMap<>(lines);
    }
}
