package org.paysign.house;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Rule 4: routes are short, one choice deep, and their branches lead somewhere. */
final class ShapeRule implements RouteRule {
    /** "About 8": the ninth is tolerated. Steps inside a filter or a split count, those in a branch do not. */
    private static final int MAX_STEPS = 9;

    private static final int MAX_BRANCH_STEPS = 3;
    private static final Set<String> LEADS_SOMEWHERE = Set.of("to", "toD", "throwException");

    @Override
    public List<String> findings(RouteSet routes) {
        List<String> findings = new ArrayList<>();
        routes.blocks().forEach(block -> {
            if (block.isRoute()) {
                checkLength(block, "the route", block.from(), findings);
            }
            Tree.walk(block.node(), (field, value) -> {
                if (field.equals("onException") && value.has("steps")) {
                    checkLength(block, "onException", value, findings);
                }
            });
            block.steps().stream()
                    .filter(step -> step.name().equals("choice"))
                    .forEach(choice -> checkChoice(choice, findings));
        });
        return findings;
    }

    private static void checkLength(Block block, String what, JsonNode node, List<String> findings) {
        int count = count(Step.of(block, node.path("steps")));
        if (count > MAX_STEPS) {
            findings.add(block.finding(what + " has " + count
                    + " steps; split it into routes linked by direct:, about 8" + " steps each"));
        }
    }

    private static int count(List<Step> steps) {
        return steps.stream().mapToInt(step -> 1 + count(step.children())).sum();
    }

    private static void checkChoice(Step choice, List<String> findings) {
        Block block = choice.block();
        List<String> order = new ArrayList<>();
        choice.node().fieldNames().forEachRemaining(order::add);
        if (order.contains("otherwise") && order.indexOf("otherwise") < order.indexOf("when")) {
            findings.add(block.finding("write when before otherwise"));
        }
        choice.node().path("when").forEach(when -> checkBranch(block, "when", when, findings));
        if (choice.node().has("otherwise")) {
            checkBranch(block, "otherwise", choice.node().path("otherwise"), findings);
        }
    }

    private static void checkBranch(Block block, String name, JsonNode branch, List<String> findings) {
        Tree.walk(branch, (field, value) -> {
            if (field.equals("choice")) {
                findings.add(block.finding("a choice inside a choice; move the inner one to its own route"));
            }
        });
        List<Step> steps = Step.of(block, branch.path("steps"));
        if (count(steps) > MAX_BRANCH_STEPS) {
            findings.add(block.finding("a branch of " + count(steps) + " steps; move them to a route and go there"));
        }
        if (steps.isEmpty()
                || !LEADS_SOMEWHERE.contains(steps.get(steps.size() - 1).name())) {
            findings.add(block.finding(
                    "the " + name + " branch must end in a to or toD: a named route or a configured" + " endpoint"));
        }
    }
}
