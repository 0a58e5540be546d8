package org.paysign.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** JSON as the world reads and writes it: no double members and nothing after the end. */
final class StrictJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final JsonMapper ALIPAY =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES).build();

    private StrictJson() {}

    static ObjectNode node() {
        return MAPPER.createObjectNode();
    }

    /** Empty when the text is not exactly one JSON object. */
    static Optional<ObjectNode> object(String text) {
        try {
            return MAPPER.readTree(text) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    static String write(Object value) {
        return write(MAPPER, value);
    }

    /** As Alipay's gateway writes it: {@code /} becomes {@code \/}. */
    static String writeAsAlipay(JsonNode value) {
        return write(ALIPAY, value);
    }

    /** Whether a null or a blank text stands anywhere inside. */
    static boolean holdsBlanks(JsonNode value) {
        if (value.isContainerNode()) {
            for (var inner : value) {
                if (holdsBlanks(inner)) {
                    return true;
                }
            }
            return false;
        }
        return value.isNull() || (value.isTextual() && value.textValue().isBlank());
    }

    /** The member if it is a text. */
    static Optional<String> text(JsonNode object, String member) {
        return Optional.ofNullable(object.path(member).textValue());
    }

    private static String write(JsonMapper mapper, Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree could not be written as JSON", e);
        }
    }
}
