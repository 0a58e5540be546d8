package org.paysign.monitoring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.ExchangeHelper;
import org.apache.camel.support.RoutePolicySupport;
import org.jspecify.annotations.Nullable;

/**
 * Measures routes under the names of Camel's own Micrometer component, so that dashboards made for it fit, and tells
 * {@link Latencies} of each end.
 */
public final class RouteMeters implements RoutePolicyFactory, CamelContextAware {

    /** From what a database does to what a time-out takes. */
    static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30)
    };

    private final MeterRegistry meters;
    private final Latencies latencies;
    private @Nullable CamelContext camel;

    public RouteMeters(MeterRegistry meters, Latencies latencies) {
        this.meters = meters;
        this.latencies = latencies;
    }

    @Override
    public @Nullable CamelContext getCamelContext() {
        return camel;
    }

    /** Joins before the routes are made: later ones only would be measured. */
    @Override
    public void setCamelContext(CamelContext context) {
        boolean first = camel == null;
        // Camel sets the context again when the factory joins it.
        camel = context;
        if (first) {
            context.addRoutePolicyFactory(this);
            routes(context, "camel.routes.added", "Routes", all -> all.getRoutesSize());
            routes(context, "camel.routes.running", "Routes that are started", RouteMeters::running);
        }
    }

    private void routes(CamelContext context, String name, String description, ToDoubleFunction<CamelContext> count) {
        Gauge.builder(name, context, count)
                .description(description)
                .baseUnit("routes")
                .tags("camelContext", context.getName(), "kind", "CamelRoute", "eventType", "RouteEvent")
                .register(meters);
    }

    private static double running(CamelContext context) {
        return context.getRoutes().stream()
                .filter(route ->
                        context.getRouteController().getRouteStatus(route.getRouteId()) == ServiceStatus.Started)
                .count();
    }

    @Override
    public RoutePolicy createRoutePolicy(CamelContext context, String routeId, NamedNode route) {
        Tags tags = Tags.of(
                "camelContext", context.getName(), "kind", "CamelRoute", "routeId", routeId, "eventType", "route");
        Gauge.builder("camel.exchanges.inflight", context, all -> all.getInflightRepository()
                        .size(routeId))
                .description("Exchanges under way")
                .tags(tags)
                .register(meters);
        return new Meter(routeId, tags);
    }

    /** One route's. */
    private final class Meter extends RoutePolicySupport {

        private final String begun;
        private final String id;
        private final Tags tags;
        private final Timer time;

        Meter(String routeId, Tags tags) {
            this.begun = "paysign.begun." + routeId;
            this.id = routeId;
            this.tags = tags;
            this.time = Timer.builder("camel.route.policy")
                    .description("Time that exchanges spend in the route")
                    .tags(tags)
                    .serviceLevelObjectives(BUCKETS)
                    .register(meters);
            // A figure that is 0 is another answer than none.
            List.of("total", "succeeded", "failed", "failures.handled", "external.redeliveries")
                    .forEach(what -> count(what, 0));
        }

        @Override
        public void onExchangeBegin(Route route, Exchange exchange) {
            exchange.setProperty(begun, System.nanoTime());
        }

        @Override
        public void onExchangeDone(Route route, Exchange exchange) {
            Duration spent = exchange.removeProperty(begun) instanceof Long since
                    ? Duration.ofNanos(System.nanoTime() - since)
                    : Duration.ZERO;
            time.record(spent);
            boolean failed = exchange.isFailed();
            count("total", 1);
            count(failed ? "failed" : "succeeded", 1);
            count("failures.handled", ExchangeHelper.isFailureHandled(exchange) ? 1 : 0);
            count("external.redeliveries", Boolean.TRUE.equals(exchange.isExternalRedelivered()) ? 1 : 0);
            latencies.done(id, exchange, spent);
        }

        private void count(String what, double more) {
            meters.counter("camel.exchanges." + what, tags).increment(more);
        }
    }
}
