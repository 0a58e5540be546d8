package org.paysign.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON object whose members keep the exact text they arrived in: signatures cover that text, blanks and escapes
 * included, so it must never be parsed and written again before it is verified.
 */
public record RawObject(Map<String, String> members) {

    private static final JsonFactory STRICT = StrictJson.factory();

    public RawObject {
        members = Map.copyOf(members);
    }

    /**
     * Reads one object in a single strict pass.
     *
     * @return empty if the text is not exactly one well-formed JSON object without duplicate keys
     */
    public static Optional<RawObject> parse(String text) {
        try (JsonParser parser = STRICT.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            Map<String, String> members = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                int start = (int) parser.currentTokenLocation().getCharOffset();
                parser.skipChildren();
                parser.finishToken();
                int end = (int) parser.currentLocation().getCharOffset();
                members.put(name, text.substring(start, end));
            }
            boolean alone = parser.nextToken() == null;
            return alone ? Optional.of(new RawObject(members)) : Optional.empty();
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    /** The raw text of a member, quotes and braces included. */
    public Optional<String> raw(String name) {
        return Optional.ofNullable(members.get(name));
    }

    /** The value of a member that is a JSON string; empty if it is absent or something else. */
    public Optional<String> string(String name) {
        return raw(name).filter(raw -> raw.startsWith("\"")).flatMap(RawObject::unquote);
    }

    private static Optional<String> unquote(String raw) {
        try (JsonParser parser = STRICT.createParser(raw)) {
            parser.nextToken();
            return Optional.of(parser.getText());
        } catch (IOException cannotHappen) {
            return Optional.empty();
        }
    }

    /** Names only: values may be personal. */
    @Override
    public String toString() {
        return "RawObject" + members.keySet();
    }
}
