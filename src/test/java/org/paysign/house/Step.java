package org.paysign.house;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One step of a route. */
record Step(Block block, String name, JsonNode node) {
    private static final Set<String> SENDS_TO_URI = Set.of("to", "toD", "wireTap", "poll");
    private static final Set<String> SENDS_TO_EXPRESSION =
            Set.of("enrich", "pollEnrich", "recipientList", "routingSlip", "dynamicRouter");

    static List<Step> of(Block block, JsonNode steps) {
        List<Step> found = new ArrayList<>();
        for (JsonNode step : steps) {
            step.properties().forEach(entry -> found.add(new Step(block, entry.getKey(), entry.getValue())));
        }
        return found;
    }

    List<Step> children() {
        return of(block, node.path("steps"));
    }

    boolean isDynamic() {
        return name.equals("toD") || name.equals("wireTap") || SENDS_TO_EXPRESSION.contains(name);
    }

    Optional<Endpoint> endpoint() {
        if (SENDS_TO_URI.contains(name)) {
            return Optional.of(Endpoint.producer(this, node.path("uri").asText()));
        }
        if (SENDS_TO_EXPRESSION.contains(name)) {
            return expression().map(uri -> Endpoint.producer(this, uri));
        }
        return Optional.empty();
    }

    private Optional<String> expression() {
        for (var language : node.path("expression").properties()) {
            if (language.getValue().has("expression")) {
                return Optional.of(language.getValue().path("expression").asText());
            }
        }
        return Optional.empty();
    }
}
