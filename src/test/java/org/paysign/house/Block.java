package org.paysign.house;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** One top-level entry of a route file: a route, a routeConfiguration, the beans. */
record Block(RouteFile file, String kind, JsonNode node) {

    boolean isRoute() {
        return kind.equals("route");
    }

    boolean isRouteConfiguration() {
        return kind.equals("routeConfiguration");
    }

    String id() {
        return node.path("id").asText();
    }

    JsonNode from() {
        return node.path("from");
    }

    String finding(String whatAndWhatToDo) {
        String where = "routes/" + file.name() + ", " + kind + (id().isEmpty() ? "" : " " + id());
        return where + ": " + whatAndWhatToDo;
    }

    /** Every step at any depth, in the order of the file. */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        Tree.walk(node, (field, value) -> {
            if (field.equals("steps")) {
                steps.addAll(Step.of(this, value));
            }
        });
        return steps;
    }

    List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        if (from().has("uri")) {
            endpoints.add(Endpoint.consumer(this, from()));
        }
        steps().forEach(step -> step.endpoint().ifPresent(endpoints::add));
        return endpoints;
    }
}
