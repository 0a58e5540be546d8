package org.paysign.sandbox.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Messages for a screen that others look at: nothing personal, and long texts short. */
final class Masked {

    private static final Set<String> PERSONAL = Set.of(
            "external_logon_id",
            "alipay_logon_id",
            "alipay_user_id",
            "alipay_open_id",
            "principal_id",
            "principal_open_id",
            "identity_params",
            "device_params",
            "login_token",
            "zm_open_id",
            "user_name",
            "cert_no");
    private static final int LONG = 100;

    private Masked() {}

    /** A message, a notice as a form, or an answer; what is neither JSON nor a form is not shown. */
    static JsonNode message(String text) {
        return Json.read(text).<JsonNode>map(Masked::node).orElseGet(() -> form(text));
    }

    private static JsonNode form(String text) {
        var fields = Json.object();
        for (var pair : text.split("&", -1)) {
            int at = pair.indexOf('=');
            if (at < 1 || pair.contains("{")) {
                return Json.object();
            }
            try {
                fields.put(pair.substring(0, at), URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException broken) {
                return Json.object();
            }
        }
        return node(fields);
    }

    static ObjectNode node(ObjectNode node) {
        var masked = Json.object();
        node.properties()
                .forEach(member -> masked.set(
                        member.getKey(),
                        PERSONAL.contains(member.getKey())
                                ? text(Masked::hidden, member.getValue())
                                : value(member.getValue())));
        return masked;
    }

    private static JsonNode value(JsonNode value) {
        if (value instanceof ObjectNode object) {
            return node(object);
        }
        if (value instanceof ArrayNode array) {
            var masked = Json.object().arrayNode();
            array.forEach(element -> masked.add(value(element)));
            return masked;
        }
        return value.isTextual() ? text(Masked::shortened, value) : value;
    }

    private static JsonNode text(UnaryOperator<String> change, JsonNode value) {
        return Json.object().textNode(change.apply(value.isTextual() ? value.textValue() : ""));
    }

    private static String hidden(String text) {
        return text.length() < 8 ? "***" : text.substring(0, 3) + "****" + text.substring(text.length() - 4);
    }

    /** What is JSON inside a text, such as the result of a phone, is masked too. */
    private static String shortened(String text) {
        var inner = text.startsWith("{") ? Json.read(text) : Optional.<ObjectNode>empty();
        if (inner.isPresent()) {
            return Json.write(node(inner.get()));
        }
        return text.length() <= LONG ? text : text.substring(0, LONG / 2) + "… (" + text.length() + ")";
    }
}
