package org.paysign.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.paysign.json.RawObject;

/** Reads what Alipay signs as a node of JSON: results of the phone and answers of the gateway. */
final class AnswerReader {

    private static final String PAGE = "alipay_user_agreement_page_sign_response";
    private static final Pattern NODE_NAME = Pattern.compile("[a-z_]{1,80}_response");
    /** How a node begins in JSON that cannot be parsed. */
    private static final Pattern LOOSE = Pattern.compile("\\{\\s{0,20}\"([a-z_]{1,80}_response)\"\\s{0,20}:\\s{0,20}");

    private static final String SIGN = "\"sign\"";

    private AnswerReader() {}

    static Optional<Subject> read(String text) {
        Optional<RawObject> outer = RawObject.parse(text);
        if (outer.isPresent()) {
            return outer.get().members().keySet().stream()
                    .filter(name -> NODE_NAME.matcher(name).matches())
                    .sorted()
                    .findFirst()
                    .map(node -> subject(outer.get(), node));
        }
        return loose(text);
    }

    /** Its signature may fit, but PaySign would not read it. */
    private static Optional<Subject> loose(String text) {
        Matcher start = LOOSE.matcher(text);
        int sign = text.lastIndexOf(SIGN);
        if (!start.find() || sign < start.end()) {
            return Optional.empty();
        }
        String node = text.substring(start.end(), sign).stripTrailing();
        String raw = node.endsWith(",") ? node.substring(0, node.length() - 1).stripTrailing() : node;
        String[] behind = text.substring(sign + SIGN.length()).split("\"", 3);
        String signature = behind.length > 1 ? behind[1] : "";
        return Optional.of(Views.only(Cause.AMBIGUOUS, subject(start.group(1), raw, signature, Map.of())));
    }

    private static Subject subject(RawObject outer, String node) {
        Map<String, String> about = new LinkedHashMap<>();
        for (String name : List.of("sign_type", "alipay_cert_sn")) {
            outer.string(name).ifPresent(value -> about.put(name, value));
        }
        boolean alone = outer.members().keySet().stream()
                .allMatch(name -> name.equals(node)
                        || List.of("sign", "sign_type", "alipay_cert_sn").contains(name));
        Subject read =
                subject(node, outer.raw(node).orElse(""), outer.string("sign").orElse(""), about);
        return alone ? read : Views.only(Cause.AMBIGUOUS, read);
    }

    private static Subject subject(String node, String raw, String signature, Map<String, String> outside) {
        Map<String, String> about = new LinkedHashMap<>(outside);
        about.put("node", node);
        RawObject.parse(raw).ifPresent(fields -> {
            for (String name : List.of("app_id", "charset", "code", "sub_code", "timestamp", "status")) {
                fields.string(name).ifPresent(value -> about.put(name, value));
            }
        });
        Attempt right = new Attempt(Optional.empty(), raw, signature, Optional.empty());
        List<Attempt> wrong = new ArrayList<>(Mistakes.ofSignature(right));
        add(wrong, right, Cause.LOST_BACKSLASH, Mistakes.backslashed(raw));
        add(wrong, right, Cause.LOST_BACKSLASH, Mistakes.quoted(raw));
        add(wrong, right, Cause.LOST_BACKSLASH, Mistakes.backslashed(Mistakes.quoted(raw)));
        add(wrong, right, Cause.BACKSLASH_ADDED, raw.replace("\\/", "/"));
        Rewritings.of(raw).forEach(before -> add(wrong, right, Cause.JSON_REWRITTEN, before));
        wrong.addAll(Mistakes.ofContent(right));
        JsonNode decoded = Mask.tree("biz_content", raw);
        Kind kind = node.equals(PAGE) ? Kind.SYNC_RESULT : Kind.ANSWER;
        String canonical = raw.startsWith("\"") ? "(encrypted)" : Mask.json(raw);
        return new Subject(kind, about, List.of(right), wrong, new Shown(decoded, canonical, List.of()));
    }

    private static void add(List<Attempt> wrong, Attempt right, Cause cause, String content) {
        if (!content.equals(right.content())) {
            wrong.add(right.withContent(old -> content).because(cause));
        }
    }
}
