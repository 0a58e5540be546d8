package org.paysign.signing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.paysign.queue.Violation;

/**
 * The rules for every value at every depth, whatever its field: Alipay answers null, blank and empty values with
 * ILLEGAL_PARAMS. One instance checks one document.
 */
final class ValueCheck {
    private static final Pattern FIELD_NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");
    private static final Pattern PLAIN_NUMBER = Pattern.compile("[0-9.-]{1,30}");
    private static final int DEEPEST = 8;

    private final CharsetEncoder encoder;
    private final List<Violation> violations = new ArrayList<>();

    ValueCheck(Charset charset) {
        this.encoder = charset.newEncoder();
    }

    /** A copy of the document without the values refused here, so that no schema has to digest them. */
    ObjectNode admitted(JsonNode document, String path) {
        return admitted(document, path, 1);
    }

    List<Violation> violations() {
        return List.copyOf(violations);
    }

    private ObjectNode admitted(JsonNode object, String path, int depth) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(field -> {
            String pointer = Violation.pointer(path, field.getKey());
            JsonNode value = field.getValue();
            boolean known = FIELD_NAME.matcher(field.getKey()).matches();
            if (accepts(pointer, known ? refusal(value, depth) : "is not a known field")) {
                copy.set(field.getKey(), value.isObject() ? admitted(value, pointer, depth + 1) : value);
                elements(value, pointer, depth + 1);
            }
        });
        return copy;
    }

    private void elements(JsonNode array, String path, int depth) {
        for (int i = 0; array.isArray() && i < array.size(); i++) {
            JsonNode value = array.get(i);
            String pointer = path + "/" + i;
            if (accepts(pointer, refusal(value, depth))) {
                if (value.isObject()) {
                    admitted(value, pointer, depth + 1);
                }
                elements(value, pointer, depth + 1);
            }
        }
    }

    private boolean accepts(String pointer, @Nullable String refusal) {
        if (refusal != null) {
            violations.add(new Violation(pointer, refusal));
        }
        return refusal == null;
    }

    private @Nullable String refusal(JsonNode value, int depth) {
        if (value.isNull()) {
            return "must not be null";
        }
        if (value.isContainerNode()) {
            return value.isEmpty() ? "must not be empty" : depth >= DEEPEST ? "is nested too deeply" : null;
        }
        if (value.isNumber()) {
            return PLAIN_NUMBER.matcher(value.asText()).matches()
                    ? null
                    : "must be a string, the number is too long or has an exponent";
        }
        if (value.asText().isBlank()) {
            return "must not be blank";
        }
        if (value.asText().indexOf('\0') >= 0) {
            return "must not hold the character U+0000, which no database keeps";
        }
        return encoder.canEncode(value.asText())
                ? null
                : "has a character that " + encoder.charset().name() + " cannot encode";
    }
}
