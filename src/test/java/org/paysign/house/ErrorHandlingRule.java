package org.paysign.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Rule 8: what is retried and what is parked stands in 00-errors, and every route says which of it applies. */
final class ErrorHandlingRule implements RouteRule {
    private static final Set<String> HANDLING = Set.of(
            "onException", "errorHandler", "errorHandlerRef", "doTry", "doCatch", "doFinally", "routeConfiguration");

    @Override
    public List<String> findings(RouteSet routes) {
        List<String> findings = new ArrayList<>();
        Set<String> known = routes.blocks()
                .filter(block -> block.isRouteConfiguration() && block.file().holdsErrors())
                .map(Block::id)
                .collect(Collectors.toSet());
        Set<String> used =
                routes.routes().stream().map(ErrorHandlingRule::configurationOf).collect(Collectors.toSet());
        routes.blocks().forEach(block -> {
            if (!block.file().holdsErrors()) {
                checkNoHandling(block, findings);
            } else if (!used.contains(block.id())) {
                findings.add(block.finding("no route names it; delete it, or name it by routeConfigurationId"));
            }
        });
        routes.routes().stream()
                .filter(route -> !known.contains(configurationOf(route)))
                .forEach(route -> findings.add(route.finding(
                        "routeConfigurationId '" + configurationOf(route) + "' is not in 00-errors; name one of "
                                + known.stream().sorted().toList())));
        return findings;
    }

    private static String configurationOf(Block route) {
        return route.node().path("routeConfigurationId").asText();
    }

    private static void checkNoHandling(Block block, List<String> findings) {
        if (HANDLING.contains(block.kind())) {
            findings.add(block.finding("move it to 00-errors"));
        }
        Tree.walk(block.node(), (field, value) -> {
            if (HANDLING.contains(field)) {
                findings.add(block.finding(field + " belongs into 00-errors, named by routeConfigurationId"));
            }
        });
    }
}
