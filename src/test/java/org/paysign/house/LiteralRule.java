package org.paysign.house;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Rule 6: endpoints, crons and numbers are {{keys}}; a route names no host, queue or time itself. */
final class LiteralRule implements RouteRule {
    private static final String HINT = "; write a {{key}} and put the value into config/application.properties";
    private static final Pattern URI_LITERAL = Pattern.compile("([a-z][a-z0-9+-]*(:((queue|topic):)?)?)?");
    private static final Pattern DIRECT = Pattern.compile("direct:[a-z0-9-]+");
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{[^{}]*}");
    private static final Pattern WORD =
            Pattern.compile("[A-Za-z][A-Za-z_-]*|\\*|#(bean:|class:)?[A-Za-z][A-Za-z0-9_.$-]*");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+([.][0-9]+)? ?(ms|s|m|h|d|[kmgKMG]?[bB])?");
    private static final Pattern CRON = Pattern.compile("([0-9A-Z*/?,#-]+ +){4,6}[0-9A-Z*/?,#-]+");
    private static final Set<String> NAMES_A_PLACE = Set.of(
            "destinationName",
            "destination",
            "replyTo",
            "httpUri",
            "host",
            "hostname",
            "port",
            "cron",
            "url",
            "path",
            "contextPath",
            "address",
            "queue",
            "topic",
            "name",
            "timerName");
    /** Settings whose values have to come from configuration unless they are words: containers of such settings. */
    private static final Set<String> SETTINGS = Set.of("parameters", "properties", "constructors", "redeliveryPolicy");

    @Override
    public List<String> findings(RouteSet routes) {
        List<String> findings = new ArrayList<>();
        routes.blocks().forEach(block -> {
            block.endpoints().forEach(endpoint -> checkEndpoint(endpoint, findings));
            Tree.walk(block.node(), (field, value) -> {
                if (SETTINGS.contains(field) && !field.equals("parameters")) {
                    Tree.leaves(value, (name, leaf) -> checkSetting(block, name, leaf.asText(), findings));
                }
            });
            checkLeaves(block, block.node(), findings);
        });
        return findings;
    }

    private static void checkEndpoint(Endpoint endpoint, List<String> findings) {
        String uri = endpoint.uri();
        String fixed = Placeholders.remove(uri);
        boolean computed = EXPRESSION.matcher(uri).find();
        if (computed && !endpoint.dynamic()) {
            findings.add(endpoint.finding("an expression in a fixed endpoint; use toD with a target from a bean"));
        }
        if (endpoint.step().equals("toD")
                && !computed
                && !EXPRESSION.matcher(endpoint.parameters().toString()).find()) {
            findings.add(endpoint.finding("toD without an expression; use to"));
        }
        String rest = EXPRESSION.matcher(fixed).replaceAll("");
        if (!DIRECT.matcher(uri).matches() && !URI_LITERAL.matcher(rest).matches()) {
            findings.add(endpoint.finding("a literal endpoint" + HINT + " (options go under parameters)"));
        } else if (fixed.endsWith(":") && fixed.equals(uri)) {
            findings.add(endpoint.finding("names no target" + HINT));
        }
        boolean direct = endpoint.direct().isPresent();
        Tree.leaves(endpoint.parameters(), (name, value) -> {
            boolean toldByBean = endpoint.dynamic() && value.asText().matches("\\$\\{[^{}]*}");
            if (!toldByBean && !(direct && name.equals("name"))) {
                checkSetting(endpoint.block(), name, value.asText(), findings);
            }
        });
    }

    private static void checkSetting(Block block, String name, String value, List<String> findings) {
        String raw = value.replaceFirst("^RAW\\((.*)\\)$", "$1");
        if (raw.isEmpty() || isKey(raw)) {
            return;
        }
        if (NAMES_A_PLACE.contains(name) || !WORD.matcher(raw).matches()) {
            findings.add(block.finding(name + ": " + value + " is a literal" + HINT));
        }
    }

    private static void checkLeaves(Block block, JsonNode node, List<String> findings) {
        if (node.isArray()) {
            node.forEach(element -> checkLeaves(block, element, findings));
        }
        for (var property : node.properties()) {
            String name = property.getKey();
            JsonNode value = property.getValue();
            if (SETTINGS.contains(name)
                    || name.equals("startupOrder")
                    || name.equals("description")
                    || name.equals("note")
                    || name.equals("id")) {
                continue; // looked at above, or an order or a text for readers
            }
            if (value.isValueNode()) {
                checkLeaf(block, name, value, findings);
            } else if (!isStatusLine(node)) {
                checkLeaves(block, value, findings);
            }
        }
    }

    private static void checkLeaf(Block block, String name, JsonNode value, List<String> findings) {
        String text = value.asText().strip();
        if (value.isNumber()
                || NUMBER.matcher(text).matches()
                || CRON.matcher(text).matches()) {
            findings.add(block.finding(name + ": " + text + " is a literal" + HINT));
        } else if (text.contains("://") && !name.equals("uri")) {
            findings.add(block.finding(name + ": " + text + " names a host" + HINT));
        }
    }

    /** The HTTP status a route answers is part of the contract, not of the configuration. */
    private static boolean isStatusLine(JsonNode node) {
        return node.path("name").asText().equals("CamelHttpResponseCode");
    }

    private static boolean isKey(String value) {
        return !Placeholders.keys(value).isEmpty() && Placeholders.remove(value).isEmpty();
    }
}
