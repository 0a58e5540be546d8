package org.paysign.house;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Rule 2: files, routes and direct: names are named alike; ids are chosen, kebab-case and unique. */
final class NameRule implements RouteRule {
    private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern GENERATED =
            Pattern.compile(".*[0-9]{3,}|(route|from|to|bean|choice|when|log)-?[0-9]+");

    @Override
    public List<String> findings(RouteSet routes) {
        List<String> findings = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (RouteFile file : routes.files()) {
            if (!file.isNamedWell()) {
                findings.add("routes/" + file.name() + ": name it NN-<id of its first route>.camel.yaml");
            }
            checkContent(file, findings);
            file.blocks().forEach(block -> checkIds(block, seen, findings));
        }
        return findings;
    }

    private static void checkContent(RouteFile file, List<String> findings) {
        String only = file.holdsErrors() ? "routeConfiguration" : file.holdsBeans() ? "beans" : "route";
        file.blocks().stream()
                .filter(block -> !block.kind().equals(only))
                .forEach(block -> findings.add(block.finding("move it; this file holds only " + only + " entries")));
        List<Block> routes = file.blocks().stream().filter(Block::isRoute).toList();
        if (only.equals("route") && routes.isEmpty()) {
            findings.add("routes/" + file.name() + ": holds no route; add one or delete the file");
        }
        for (int i = 0; i < routes.size(); i++) {
            checkRoute(file, routes.get(i), i == 0, findings);
        }
    }

    private static void checkRoute(RouteFile file, Block route, boolean first, List<String> findings) {
        if (first && !route.id().equals(file.id())) {
            findings.add(route.finding("the first route of the file has the id " + file.id() + "; rename one of them"));
        }
        String direct = Endpoint.consumer(route, route.from()).direct().orElse("");
        if (!direct.isEmpty() && !direct.equals(route.id())) {
            findings.add(route.finding("reads direct:" + direct + "; call both the route and the direct the same"));
        }
        if (!first && direct.isEmpty()) {
            findings.add(route.finding("a further route of a file reads direct:" + route.id() + "; or give it a file"));
        }
    }

    private static void checkIds(Block block, Set<String> seen, List<String> findings) {
        if (!block.kind().equals("beans") && block.id().isEmpty()) {
            findings.add(block.finding("give it an id"));
        }
        checkId(block, block.node(), seen, findings);
        checkId(block, block.from(), seen, findings);
        block.steps().forEach(step -> checkId(block, step.node(), seen, findings));
    }

    private static void checkId(Block block, JsonNode node, Set<String> seen, List<String> findings) {
        String id = node.path("id").asText();
        if (id.isEmpty()) {
            return;
        }
        if (!KEBAB.matcher(id).matches()) {
            findings.add(block.finding("write the id " + id + " in kebab-case"));
        } else if (GENERATED.matcher(id).matches()) {
            findings.add(block.finding("the id " + id + " looks generated; leave it out or choose a word"));
        }
        if (!seen.add(id)) {
            findings.add(block.finding("the id " + id + " is taken; ids are unique over all files"));
        }
    }
}
