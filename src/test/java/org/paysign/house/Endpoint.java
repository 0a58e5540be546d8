package org.paysign.house;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/** Where a route reads from or sends to. */
record Endpoint(Block block, String step, boolean reads, boolean dynamic, String uri, JsonNode parameters) {
    private static final Set<String> JMS_TARGETS = Set.of("destinationName", "destination");

    static Endpoint consumer(Block block, JsonNode from) {
        return new Endpoint(block, "from", true, false, from.path("uri").asText(), from.path("parameters"));
    }

    static Endpoint producer(Step step, String uri) {
        boolean reads = step.name().equals("poll") || step.name().equals("pollEnrich");
        return new Endpoint(
                step.block(),
                step.name(),
                reads,
                step.isDynamic(),
                uri,
                step.node().path("parameters"));
    }

    /** The id of the route behind {@code direct:id}, whether written in the uri or as the parameter name. */
    Optional<String> direct() {
        if (uri.equals("direct")) {
            return Optional.of(parameters.path("name").asText());
        }
        return uri.startsWith("direct:") ? Optional.of(target("direct:")) : Optional.empty();
    }

    /** The queue as it is written, usually a {@code {{key}}}. */
    Optional<String> queue() {
        if (!uri.equals("jms") && !uri.startsWith("jms:")) {
            return Optional.empty();
        }
        for (String name : JMS_TARGETS) {
            if (parameters.has(name)) {
                return Optional.of(parameters.path(name).asText());
            }
        }
        return Optional.of(target("jms:?(queue:|topic:)?"));
    }

    /** The endpoint with the values of its {@code {{keys}}}. */
    Endpoint resolved(RouteSet routes) {
        return new Endpoint(block, step, reads, dynamic, routes.resolve(uri), parameters);
    }

    private String target(String scheme) {
        return uri.replaceFirst("^" + scheme, "").replaceFirst("\\?.*$", "");
    }

    String finding(String whatAndWhatToDo) {
        return block.finding(step + " " + uri + ": " + whatAndWhatToDo);
    }
}
