package org.paysign.cli.watch;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.main.Main;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.EventNotifierSupport;
import org.apache.camel.support.RoutePolicySupport;
import org.jspecify.annotations.Nullable;
import org.paysign.sandbox.pages.Passage;

/**
 * Tells which route takes which message, from inside Camel; what it tells is told in the thread of the message. Of more than
 * anybody can follow it tells a part, so that watching never costs more than the work.
 */
public final class RouteWatch implements RoutePolicyFactory {

    /** An exchange keeps it, and so do those that are split off. */
    private static final String NUMBER = "paysignWatched";

    /** Passages a second: of some thirty journeys, and of all the seeds. */
    private static final int MOST = 200;

    private final Consumer<Passage> teller;
    private final Attention attention = new Attention(MOST, System::nanoTime);

    private RouteWatch(Consumer<Passage> teller) {
        this.teller = teller;
    }

    /** Watches a bundle that is not started yet; {@code started} runs once it is, {@code stopping} before it is no more. */
    public static void over(Main bundle, Consumer<Passage> teller, Runnable started, Runnable stopping) {
        // Camel main takes both out of the registry.
        bundle.bind("routeWatch", new RouteWatch(teller));
        bundle.bind("startWatch", new StartWatch(started, stopping));
    }

    @Override
    public RoutePolicy createRoutePolicy(CamelContext camel, String routeId, NamedNode route) {
        return new RoutePolicySupport() {
            @Override
            public void onExchangeBegin(Route taken, Exchange exchange) {
                tell(taken, exchange, false);
            }

            @Override
            public void onExchangeDone(Route taken, Exchange exchange) {
                if (exchange.isFailed()) {
                    tell(taken, exchange, true);
                }
            }
        };
    }

    private void tell(Route taken, Exchange exchange, boolean failed) {
        if (!attention.takes()) {
            return;
        }
        number(exchange)
                .ifPresent(number -> teller.accept(new Passage(
                        number,
                        taken.getRouteId(),
                        Objects.requireNonNullElse(taken.getDescription(), ""),
                        failed ? null : message(exchange),
                        failed)));
    }

    private static @Nullable String message(Exchange exchange) {
        return Subjects.text(exchange).orElse(null);
    }

    private static Optional<String> number(Exchange exchange) {
        String known = exchange.getProperty(NUMBER, String.class);
        Optional<String> number = known == null ? Subjects.number(exchange) : Optional.of(known);
        number.ifPresent(found -> exchange.setProperty(NUMBER, found));
        return number;
    }

    private static final class StartWatch extends EventNotifierSupport {

        private final Runnable started;
        private final Runnable stopping;

        StartWatch(Runnable started, Runnable stopping) {
            this.started = started;
            this.stopping = stopping;
            setIgnoreExchangeEvents(true);
            setIgnoreRouteEvents(true);
            setIgnoreServiceEvents(true);
        }

        @Override
        public void notify(CamelEvent event) {
            if (event instanceof CamelEvent.CamelContextStartedEvent) {
                started.run();
            } else if (event instanceof CamelEvent.CamelContextStoppingEvent) {
                stopping.run();
            }
        }
    }
}
