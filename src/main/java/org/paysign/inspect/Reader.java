package org.paysign.inspect;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.paysign.json.RawObject;

/** Finds out what a text is, through what it may be wrapped in. */
final class Reader {

    private static final int DEEPEST = 4;
    /** A brace and an escaped quote, as it stands in a log of something that was written into a string. */
    private static final Pattern ESCAPED = Pattern.compile("\\{\\s*\\\\+\".*", Pattern.DOTALL);

    private Reader() {}

    static Optional<Subject> read(String text) {
        return read(text, 0);
    }

    private static Optional<Subject> read(String text, int depth) {
        String bare = text.strip();
        if (depth > DEEPEST) {
            return Optional.empty();
        }
        if (bare.startsWith("\"")) {
            return unquoted(bare).flatMap(inner -> read(inner, depth + 1));
        }
        if (ESCAPED.matcher(bare).matches()) {
            return unquoted("\"" + bare + "\"").flatMap(inner -> read(inner, depth + 1));
        }
        if (bare.startsWith("{")) {
            return json(bare, depth);
        }
        return FormReader.read(text);
    }

    private static Optional<Subject> json(String text, int depth) {
        Optional<RawObject> outer = RawObject.parse(text);
        Optional<String> carried = outer.flatMap(members -> members.string("result")
                .or(() -> members.raw("result").filter(raw -> raw.startsWith("{")))
                .or(() -> members.string("signStr")));
        if (carried.isPresent()) {
            boolean twice = carried.get().startsWith("\"")
                    || ESCAPED.matcher(carried.get()).matches();
            return read(carried.get(), depth + 1)
                    .map(subject -> twice ? Views.only(Cause.DOUBLE_ENCODED, subject) : subject);
        }
        if (outer.map(members -> members.raw("bizContent").isPresent()).orElse(false)) {
            return Optional.of(signRequest(text));
        }
        int inner = text.indexOf("\"result\"");
        int start = inner < 0 ? -1 : text.indexOf('{', inner);
        int end = text.lastIndexOf("}\"");
        if (outer.isEmpty() && start > 0 && end > start) {
            return AnswerReader.read(text.substring(start, end + 1))
                    .map(subject -> Views.only(Cause.LOST_BACKSLASH, subject));
        }
        return AnswerReader.read(text);
    }

    private static Optional<String> unquoted(String literal) {
        return RawObject.parse("{\"text\":" + literal + "}").flatMap(object -> object.string("text"));
    }

    private static Subject signRequest(String text) {
        Attempt none = new Attempt(Optional.empty(), "", "", Optional.empty());
        Shown shown = new Shown(Mask.tree("bizContent", text), "", List.of());
        String merchant = RawObject.parse(text)
                .flatMap(object -> object.string("merchant"))
                .orElse("");
        return new Subject(Kind.SIGN_REQUEST, Map.of("merchant", merchant), List.of(none), List.of(), shown);
    }

    /** What could not be read at all. */
    static Subject unknown() {
        Attempt none = new Attempt(Optional.empty(), "", "", Optional.empty());
        return new Subject(
                Kind.UNKNOWN,
                Map.of(),
                List.of(none),
                List.of(),
                new Shown(JsonNodeFactory.instance.objectNode(), "", List.of()));
    }
}
