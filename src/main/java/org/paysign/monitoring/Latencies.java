package org.paysign.monitoring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Clock;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.support.ExchangeHelper;
import org.paysign.gateway.GatewayCall;
import org.paysign.store.Delivery;

/** How long others wait: for a reply, for an answer of Alipay's and for an outcome. Safe for use by several threads. */
public final class Latencies {

    private static final Duration[] REPLY = seconds(0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900);
    /** From at once to the week after which an outcome is parked. */
    private static final Duration[] OUTCOME = seconds(1, 2.5, 5, 10, 30, 60, 300, 900, 3_600, 14_400, 86_400, 604_800);

    private final MeterRegistry meters;
    private final GatewayWatch gateways;
    private final Clock clock;

    public Latencies(MeterRegistry meters, GatewayWatch gateways, Clock clock) {
        this.meters = meters;
        this.gateways = gateways;
        this.clock = clock;
    }

    static Duration[] seconds(double... seconds) {
        Duration[] durations = new Duration[seconds.length];
        for (int i = 0; i < seconds.length; i++) {
            durations[i] = Duration.ofMillis(Math.round(seconds[i] * 1_000));
        }
        return durations;
    }

    /** A route is done with an exchange; most routes are of no interest here. */
    void done(String routeId, Exchange exchange, Duration spent) {
        boolean well = !exchange.isFailed() && !ExchangeHelper.isFailureHandled(exchange);
        switch (routeId) {
            case "call-alipay" -> {
                if (exchange.getProperty("call") instanceof GatewayCall call) {
                    gateways.called(call.merchant().name(), well, spent);
                }
            }
            case "reply" -> {
                if (well && exchange.getProperty("received") instanceof Message request) {
                    replied(String.valueOf(exchange.getFromRouteId()), request);
                }
            }
            case "deliver-letter" -> {
                if (exchange.getProperty("delivery") instanceof Delivery delivery) {
                    posted(delivery, well, spent);
                }
            }
            default -> {}
        }
    }

    /** From the sending, by the clock of the sender, so that the time in the queue counts. */
    private void replied(String route, Message request) {
        try {
            long waited = Math.max(0, clock.millis() - request.getJMSTimestamp());
            if (request.getJMSTimestamp() > 0) {
                timer("paysign.reply", "Time from the sending of a request to its reply", REPLY, "request", route)
                        .record(Duration.ofMillis(waited));
            }
        } catch (JMSException unreadable) {
            // A figure less.
            return;
        }
    }

    private void posted(Delivery delivery, boolean taken, Duration spent) {
        for (boolean either : new boolean[] {true, false}) {
            Timer tries = timer(
                    "paysign.outcome.try",
                    "Tries to deliver an outcome, by whether its endpoint took it",
                    RouteMeters.BUCKETS,
                    "merchant",
                    delivery.merchant(),
                    "target",
                    delivery.target(),
                    "taken",
                    String.valueOf(either));
            if (either == taken) {
                tries.record(spent);
            }
        }
        if (taken) {
            timer(
                            "paysign.outcome.delay",
                            "Time from an outcome's decision to its endpoint's taking it",
                            OUTCOME,
                            "merchant",
                            delivery.merchant(),
                            "target",
                            delivery.target())
                    .record(delivery.age().plus(spent));
        }
    }

    private Timer timer(String name, String description, Duration[] buckets, String... tags) {
        return Timer.builder(name)
                .description(description)
                .tags(tags)
                .serviceLevelObjectives(buckets)
                .register(meters);
    }
}
