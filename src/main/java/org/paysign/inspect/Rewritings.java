package org.paysign.inspect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.paysign.json.StrictJson;

/** The texts that a JSON object may have been before somebody parsed it and wrote it again. */
final class Rewritings {

    private static final int LONGEST = 64 * 1024;
    private static final JsonMapper JSON = StrictJson.mapper();
    /** The order in which the page of my.paySignCenter shows the fields. */
    private static final List<String> AS_DOCUMENTED =
            List.of(("code msg sub_code sub_msg app_id auth_app_id charset timestamp sign_scene valid_time status"
                            + " external_agreement_no agreement_no external_logon_id alipay_logon_id invalid_time"
                            + " personal_product_code sign_time")
                    .split(" "));

    /** What a library may have made of the scalars. */
    private static final List<UnaryOperator<JsonNode>> SCALARS = List.of(
            scalar -> scalar,
            scalar -> isNumber(scalar) ? TextNode.valueOf(scalar.asText()) : scalar,
            scalar -> isNumber(scalar) ? TextNode.valueOf(yuan(scalar).toPlainString()) : scalar,
            scalar -> isNumber(scalar) ? DecimalNode.valueOf(yuan(scalar)) : scalar,
            scalar -> isUsual(scalar) && scalar.isTextual()
                    ? DecimalNode.valueOf(new BigDecimal(scalar.asText()))
                    : scalar);

    private Rewritings() {}

    /** Candidates, none of which is the text itself; none for what is no object. */
    static Set<String> of(String text) {
        Set<String> before = new LinkedHashSet<>();
        try {
            if (text.length() <= LONGEST && JSON.readTree(text) instanceof ObjectNode read) {
                for (ObjectNode ordered : orders(read)) {
                    for (UnaryOperator<JsonNode> scalars : SCALARS) {
                        String written = JSON.writeValueAsString(each(ordered, scalars));
                        String slashes = Mistakes.backslashed(written);
                        before.addAll(List.of(written, slashes, ascii(written), ascii(slashes), spaced(written)));
                    }
                }
            }
        } catch (JsonProcessingException noObject) {
            return Set.of();
        }
        before.remove(text);
        return before;
    }

    private static List<ObjectNode> orders(ObjectNode read) {
        List<String> names = new ArrayList<>();
        read.fieldNames().forEachRemaining(names::add);
        List<String> sorted = names.stream().sorted().toList();
        List<String> codeFirst = new ArrayList<>(AS_DOCUMENTED.subList(0, 4));
        codeFirst.retainAll(names);
        sorted.stream().filter(name -> !codeFirst.contains(name)).forEach(codeFirst::add);
        List<String> documented = names.stream()
                .sorted(Comparator.comparingInt(name -> AS_DOCUMENTED.indexOf(name) & Integer.MAX_VALUE))
                .toList();
        return List.of(names, sorted, codeFirst, documented).stream()
                .map(order -> ordered(read, order))
                .toList();
    }

    private static ObjectNode ordered(ObjectNode read, List<String> names) {
        ObjectNode ordered = JsonNodeFactory.instance.objectNode();
        names.forEach(name -> ordered.set(name, read.get(name)));
        return ordered;
    }

    private static ObjectNode each(ObjectNode object, UnaryOperator<JsonNode> change) {
        ObjectNode changed = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            changed.set(
                    member.getKey(),
                    member.getValue() instanceof ObjectNode inner
                            ? each(inner, change)
                            : change.apply(member.getValue()));
        }
        return changed;
    }

    private static boolean isNumber(JsonNode scalar) {
        return scalar.isNumber() && isUsual(scalar);
    }

    /** Numbers with a large exponent would need as many digits. */
    private static boolean isUsual(JsonNode scalar) {
        return scalar.asText().matches("-?[0-9]{1,15}(\\.[0-9]{1,6})?");
    }

    private static BigDecimal yuan(JsonNode scalar) {
        return new BigDecimal(scalar.asText()).setScale(2, RoundingMode.HALF_UP);
    }

    private static String ascii(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> {
            if (c < 0x80) {
                escaped.append((char) c);
            } else {
                escaped.append(String.format("\\u%04x", c));
            }
        });
        return escaped.toString();
    }

    /** As Python writes it. */
    private static String spaced(String compact) {
        return compact.replace("\":", "\": ").replace(",\"", ", \"");
    }
}
