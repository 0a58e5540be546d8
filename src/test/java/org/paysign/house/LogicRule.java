package org.paysign.house;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Rule 5: no script, SQL or JSON template in a route; logic is a bean with a plain method name. */
final class LogicRule implements RouteRule {
    private static final Set<String> SCRIPTS = Set.of(
            "script",
            "scriptLanguage",
            "process",
            "groovy",
            "java",
            "joor",
            "js",
            "jactl",
            "jq",
            "jsonpath",
            "mvel",
            "ognl",
            "python",
            "spel",
            "wasm",
            "xpath",
            "xquery",
            "xtokenize",
            "datasonnet",
            "hl7terser",
            "csimple",
            "language");
    private static final Pattern SCHEMES = Pattern.compile(
            "(sql|sql-stored|jdbc|bean|class|language|exec|xslt|velocity|freemarker|mustache|string-template|jslt|jolt)"
                    + "(:.*)?");
    private static final Pattern INLINE_CALL =
            Pattern.compile("\\$\\{(bean|groovy|js|joor|java|jq|jsonpath|mvel|ognl|python|spel|xpath)[:.(]");
    private static final Pattern SQL =
            Pattern.compile("(?is).*\\b(select\\s.+\\sfrom|insert\\s+into|update\\s.+\\sset|delete\\s+from)\\s.*");
    private static final Pattern JSON_TEMPLATE = Pattern.compile("(?<!\\{)\\{\\s*\"|\\[\\s*[{\"]");
    private static final Pattern PLAIN_METHOD = Pattern.compile("[a-z][A-Za-z0-9]*");

    @Override
    public List<String> findings(RouteSet routes) {
        List<String> findings = new ArrayList<>();
        Set<String> beans = declaredBeans(routes);
        routes.blocks().forEach(block -> {
            Tree.walk(block.node(), (field, value) -> {
                if (SCRIPTS.contains(field)) {
                    findings.add(
                            block.finding(field + " is not for routes; write a bean and call it by ref and method"));
                }
                if (field.equals("bean") || (field.equals("method") && value.isObject())) {
                    checkCall(block, field, value, findings);
                    checkDeclared(block, value.path("ref").asText(), beans, routes, findings);
                }
            });
            Tree.leaves(block.node(), (field, value) -> checkText(block, value.asText(), findings));
            block.endpoints().stream()
                    .filter(endpoint -> SCHEMES.matcher(endpoint.uri()).matches())
                    .forEach(endpoint -> findings.add(endpoint.finding("call a bean by ref and method instead")));
        });
        return findings;
    }

    private static void checkCall(Block block, String field, JsonNode call, List<String> findings) {
        String method = call.path("method").asText();
        if (call.path("ref").asText().isEmpty() || call.has("beanType")) {
            findings.add(block.finding("a " + field + " without ref; declare the bean in 05-beans and name it by ref"));
        }
        if (!PLAIN_METHOD.matcher(method).matches()) {
            findings.add(block.finding("the method '" + method + "' must be a plain name: a parameter expression strips"
                    + " quotes from the content"));
        }
    }

    private static void checkDeclared(
            Block block, String ref, Set<String> beans, RouteSet routes, List<String> findings) {
        if (!ref.isEmpty() && !beans.contains(ref) && !routes.java().contains('"' + ref + '"')) {
            findings.add(block.finding("no bean is called " + ref + "; declare it in 05-beans"));
        }
    }

    private static void checkText(Block block, String text, List<String> findings) {
        if (INLINE_CALL.matcher(text).find()) {
            findings.add(block.finding("'" + text + "' calls code inside a text; use method: {ref, method}"));
        }
        if (SQL.matcher(text).matches()) {
            findings.add(block.finding("'" + text + "' looks like SQL; it belongs into the store"));
        }
        if (JSON_TEMPLATE.matcher(text).find()) {
            findings.add(block.finding("'" + text + "' looks like a JSON template; let a bean write JSON"));
        }
    }

    private static Set<String> declaredBeans(RouteSet routes) {
        Set<String> names = new HashSet<>();
        routes.blocks().filter(block -> block.kind().equals("beans")).forEach(block -> block.node()
                .forEach(bean -> names.add(bean.path("name").asText())));
        return names;
    }
}
