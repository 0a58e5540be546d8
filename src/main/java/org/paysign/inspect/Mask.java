package org.paysign.inspect;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.paysign.json.StrictJson;

/** What may stand on a screen: only fields that are known to be harmless are shown whole. */
final class Mask {

    private static final JsonMapper JSON = StrictJson.mapper();
    private static final Set<String> HARMLESS = Set.of(
            ("app_id auth_app_id method charset sign_type timestamp version format notify_url return_url notify_type"
                            + " notify_time notify_id agreement_no external_agreement_no personal_product_code product_code"
                            + " sign_scene status sign_time valid_time invalid_time unsign_time third_party_type code msg"
                            + " sub_code channel access_params period_rule_params period_type period execute_time single_amount"
                            + " total_amount total_payments effect_time sign_validity_period agreement_effect_type app_cert_sn"
                            + " alipay_root_cert_sn alipay_cert_sn encrypt_type alipay_sdk resultStatus requestId merchant"
                            + " externalAgreementNo clientVersion bizContent biz_content next_deduct_time last_deduct_time"
                            + " execution_plans period_id latest_execute_time single_quota pricipal_type credit_auth_mode"
                            + " operate_type")
                    .split(" "));
    private static final Pattern PERSONAL = Pattern.compile(
            "(?<![0-9])(?:1[3-9][0-9]{9}|2088[0-9]{12}|[0-9]{17}[0-9Xx])(?![0-9])|[\\w.+-]{1,64}@[\\w-]{1,64}\\.[\\w.]{2,64}");
    private static final int LONG = 200;

    private Mask() {}

    /** A value under its name. */
    static String value(String name, String value) {
        if (name.equals("sign")) {
            return value.length() > 24 ? value.substring(0, 8) + "… (" + value.length() + " characters)" : value;
        }
        if (!HARMLESS.contains(name)) {
            return value.isEmpty() ? "" : hidden(value);
        }
        return value.startsWith("{") ? json(value) : plain(value);
    }

    private static String plain(String value) {
        String masked = PERSONAL.matcher(value).replaceAll(found -> Matcher.quoteReplacement(hidden(found.group())));
        return visible(masked.length() <= LONG ? masked : masked.substring(0, LONG) + "…");
    }

    private static String hidden(String text) {
        boolean number = text.matches("[0-9*Xx]{11,64}");
        return number ? visible(text.substring(0, 3) + "****" + text.substring(text.length() - 4)) : "***";
    }

    /** JSON as it is written, with its values masked; what is no JSON is not shown, because nobody knows what is a value. */
    static String json(String text) {
        StringBuilder masked = new StringBuilder();
        String name = "";
        int copied = 0;
        try (JsonParser parser = JSON.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    name = parser.currentName();
                } else if (token == JsonToken.VALUE_STRING || token.isNumeric()) {
                    int start = (int) parser.currentTokenLocation().getCharOffset();
                    parser.finishToken();
                    int end = (int) parser.currentLocation().getCharOffset();
                    String quote = token.isNumeric() ? "" : "\"";
                    String raw = text.substring(start + quote.length(), end - quote.length());
                    masked.append(text, copied, start)
                            .append(quote)
                            .append(value(name, raw))
                            .append(quote);
                    copied = end;
                }
            }
        } catch (IOException broken) {
            return "***";
        }
        return visible(masked.append(text.substring(copied)).toString());
    }

    /** The same as a tree, however deep. */
    static JsonNode tree(String name, JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode masked = JsonNodeFactory.instance.objectNode();
            object.properties()
                    .forEach(member -> masked.set(visible(member.getKey()), tree(member.getKey(), member.getValue())));
            return masked;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode masked = JsonNodeFactory.instance.arrayNode();
            array.forEach(element -> masked.add(tree(name, element)));
            return masked;
        }
        return JsonNodeFactory.instance.textNode(value(name, node.asText()));
    }

    /** JSON text as a masked tree; anything else as masked text. */
    static JsonNode tree(String name, String text) {
        try {
            if (text.startsWith("{") && JSON.readTree(text) instanceof ObjectNode object) {
                return tree(name, object);
            }
        } catch (JsonProcessingException broken) {
            // shown as a text
        }
        return JsonNodeFactory.instance.textNode(value(name, text));
    }

    /** Nothing that moves a cursor, colours a terminal or turns the direction of writing. */
    static String visible(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean harmful = type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR
                    || type == Character.SURROGATE
                    || type == Character.PRIVATE_USE
                    || type == Character.UNASSIGNED;
            if (harmful) {
                shown.append(String.format("\\u%04X", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }
}
