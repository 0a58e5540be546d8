package org.paysign.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.paysign.glossary.SubCode;
import org.paysign.inspect.Cause;
import org.paysign.inspect.Inspection;
import org.paysign.inspect.Kind;

/** How an inspection is told, to programs and to people. */
record InspectionText(Inspection found) {

    ObjectNode document() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("kind", found.kind().name().toLowerCase(Locale.ROOT));
        document.put("good", found.isGood());
        found.about().forEach((name, value) -> document.put(name.replace(' ', '_'), value));
        found.cause().ifPresent(cause -> document.set("cause", cause(cause)));
        found.subCode().ifPresent(code -> document.set("subCode", code(code)));
        document.set("decoded", found.shown().decoded());
        document.put("signed", found.shown().canonical());
        return document;
    }

    private static ObjectNode cause(Cause cause) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("code", cause.code())
                .put("english", cause.sentence(Locale.ENGLISH))
                .put("chinese", cause.sentence(Locale.CHINESE))
                .put("advice", cause.advice(Locale.ENGLISH))
                .put("adviceChinese", cause.advice(Locale.CHINESE));
    }

    private static ObjectNode code(SubCode code) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", code.name())
                .put("english", code.english().meaning())
                .put("chinese", code.chinese().meaning())
                .put("advice", code.english().advice())
                .put("adviceChinese", code.chinese().advice());
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("This is " + found.kind().english() + " (" + found.kind().chinese() + ").");
        found.about().forEach((name, value) -> lines.add(String.format("  %-16s %s", name, value)));
        if (!found.shown().decoded().isEmpty()) {
            lines.add("Decoded, personal values hidden:");
            found.shown()
                    .decoded()
                    .properties()
                    .forEach(member -> lines.add(String.format(
                            "  %-24s %s",
                            member.getKey(),
                            member.getValue().isTextual() ? member.getValue().asText() : member.getValue())));
        }
        if (!found.shown().canonical().isEmpty()) {
            lines.add("What has to be signed:");
            lines.add("  " + found.shown().canonical());
        }
        found.subCode().ifPresent(code -> {
            lines.add(code.name() + ": " + code.english().meaning() + " "
                    + code.english().advice());
            lines.add("  " + code.chinese().meaning() + code.chinese().advice());
        });
        lines.addAll(verdict());
        return lines;
    }

    private List<String> verdict() {
        if (found.cause().isPresent()) {
            Cause cause = found.cause().get();
            return List.of(
                    "NOT GOOD: " + cause.code() + ": " + cause.sentence(Locale.ENGLISH) + " "
                            + cause.advice(Locale.ENGLISH),
                    "  " + cause.sentence(Locale.CHINESE) + cause.advice(Locale.CHINESE));
        }
        return List.of(
                found.kind() == Kind.SIGN_REQUEST
                        ? "GOOD: it is JSON; a sign request carries no signature."
                        : "GOOD: the signature fits. 验签通过。");
    }

    @Override
    public String toString() {
        return "InspectionText[]";
    }
}
