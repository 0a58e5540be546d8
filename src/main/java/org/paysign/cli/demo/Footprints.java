package org.paysign.cli.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.StreamCache;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.jspecify.annotations.Nullable;
import org.paysign.json.RawObject;
import org.paysign.store.Delivery;
import org.paysign.store.Due;

/**
 * Watches which route takes which message, from inside Camel and without changing either. A message is known by its
 * correlation id, a notice, a question and an outcome by the number of their agreement.
 */
final class Footprints implements RoutePolicyFactory {

    private static final Pattern NUMBER = Pattern.compile("(?:^|&)external_agreement_no=([^&]*)");

    private final Map<String, Trail> trails = new ConcurrentHashMap<>();
    private final Map<String, Trail> exchanges = new ConcurrentHashMap<>();

    /** Begins to follow an id; nothing else is kept. */
    Trail follow(String id) {
        return trails.computeIfAbsent(id, Trail::new);
    }

    @Override
    public RoutePolicy createRoutePolicy(CamelContext camel, String routeId, NamedNode route) {
        return new RoutePolicySupport() {
            @Override
            public void onExchangeBegin(Route taken, Exchange exchange) {
                step(taken.getRouteId(), exchange);
            }
        };
    }

    private void step(String route, Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        Trail trail = exchanges.get(exchange.getExchangeId());
        if (trail == null) {
            trail = named(exchange, body).map(trails::get).orElse(null);
        }
        if (trail == null) {
            return;
        }
        exchanges.put(exchange.getExchangeId(), trail);
        trail.step(route);
        if (body instanceof Delivery delivery) {
            trail.posted(new Trail.Letter(delivery.id(), delivery.body()));
        }
    }

    private static Optional<String> named(Exchange exchange, @Nullable Object body) {
        if (body instanceof Due due) {
            return Optional.of(due.agreement().key().externalAgreementNo());
        }
        if (body instanceof Delivery delivery) {
            return RawObject.parse(delivery.body()).flatMap(letter -> letter.string("externalAgreementNo"));
        }
        if (body instanceof StreamCache form) {
            return notice(form);
        }
        return Optional.ofNullable(exchange.getMessage().getHeader("JMSCorrelationID", String.class));
    }

    /** A notice as it came; the numbers of the demo need no decoding. */
    private static Optional<String> notice(StreamCache form) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            form.writeTo(bytes);
        } catch (IOException broken) {
            return Optional.empty();
        } finally {
            form.reset();
        }
        return NUMBER.matcher(bytes.toString(StandardCharsets.ISO_8859_1))
                .results()
                .map(found -> found.group(1))
                .findFirst();
    }
}
