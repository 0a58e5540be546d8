package org.paysign.inspect;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Mistakes that people make with forms. */
final class FormMistakes {

    private static final Set<String> UNSIGNED = Set.of("sign");

    private final Map<String, String> values;
    private final SignedText rule;
    private final Attempt right;
    private final List<Attempt> wrong = new ArrayList<>();

    private FormMistakes(Map<String, String> values, SignedText rule, Attempt right) {
        this.values = values;
        this.rule = rule;
        this.right = right;
    }

    static List<Attempt> of(Form form, Map<String, String> values, SignedText rule, Attempt right) {
        FormMistakes mistakes = new FormMistakes(values, rule, right);
        if (form.isPlain()) {
            mistakes.whole(Cause.ALREADY_DECODED, form.raw());
        }
        mistakes.encodings(form);
        mistakes.selection();
        mistakes.order();
        mistakes.json();
        return mistakes.wrong;
    }

    /** Other values, the signature among them. */
    private void whole(Cause cause, Map<String, String> other) {
        rule.of(other).forEach(content -> add(cause, content, other.getOrDefault("sign", "")));
    }

    /** Other signed values under the signature as it is. */
    private void each(Cause cause, UnaryOperator<String> change) {
        Map<String, String> changed = Form.each(values, change);
        if (!changed.equals(values)) {
            rule.of(changed).forEach(content -> add(cause, content, right.signature()));
        }
    }

    private void add(Cause cause, String content, String signature) {
        Attempt attempt = new Attempt(Optional.of(cause), content, signature, right.charset());
        wrong.add(attempt);
    }

    private void encodings(Form form) {
        whole(Cause.DOUBLE_ENCODED, Form.each(values, value -> Form.decode(value, charset())));
        each(Cause.DOUBLE_ENCODED, value -> Form.decode(value, charset()));
        each(Cause.NOT_DECODED, Form::encode);
        each(Cause.NOT_DECODED, value -> Form.encode(value).replace("+", "%20"));
        whole(Cause.HTML_ESCAPED, Form.each(values, Mistakes::unescapedHtml));
        each(Cause.WHITESPACE, String::strip);
        for (Charset read : List.of(StandardCharsets.UTF_8, Mistakes.GBK)) {
            for (Charset signed : List.of(StandardCharsets.UTF_8, Mistakes.GBK)) {
                rule.of(form.decoded(read))
                        .forEach(content -> wrong.add(new Attempt(
                                Optional.of(Cause.WRONG_CHARSET), content, right.signature(), Optional.of(signed))));
            }
        }
        for (int reading = 0; reading < 4; reading++) {
            int at = reading;
            each(
                    Cause.WRONG_CHARSET,
                    value -> Mistakes.misread(value).skip(at).findFirst().orElse(value));
        }
    }

    private Charset charset() {
        return right.charset().orElse(StandardCharsets.UTF_8);
    }

    private void order() {
        Map<String, String> backwards = new TreeMap<>(Comparator.reverseOrder());
        backwards.putAll(values);
        Map<String, String> byLetters =
                new TreeMap<>(String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.reverseOrder()));
        byLetters.putAll(values);
        Map<String, String> typeLast = new LinkedHashMap<>(new TreeMap<>(values));
        String type = typeLast.remove("sign_type");
        if (type != null) {
            typeLast.put("sign_type", type);
        }
        for (Map<String, String> other : List.of(values, backwards, byLetters, typeLast)) {
            add(Cause.NOT_SORTED, Form.joined(other, UNSIGNED), right.signature());
            add(Cause.NOT_SORTED, Form.joined(other, Set.of("sign", "sign_type")), right.signature());
        }
    }

    private void selection() {
        Map<String, String> emptied = new TreeMap<>(values);
        emptied.put("sign", "");
        add(Cause.SIGN_INCLUDED, Form.sorted(emptied, Set.of()), right.signature());
        emptied.put("sign", "null");
        add(Cause.SIGN_INCLUDED, Form.sorted(emptied, Set.of()), right.signature());
        Map<String, String> filled = new TreeMap<>(values);
        filled.values().removeIf(String::isBlank);
        if (filled.size() < values.size()) {
            boolean notice = rule == SignedText.NOTICE;
            rule.of(filled).forEach(content -> {
                if (notice) {
                    add(Cause.EMPTY_VALUES, content, right.signature());
                }
            });
            if (!notice) {
                add(Cause.EMPTY_VALUES, Form.sorted(values, UNSIGNED), right.signature());
            }
        }
        if (rule == SignedText.REQUEST) {
            Map<String, String> untyped = new TreeMap<>(filled);
            untyped.remove("sign_type");
            add(Cause.SIGN_TYPE_LEFT_OUT, Form.sorted(untyped, UNSIGNED), right.signature());
            for (String type : List.of("RSA", "RSA2")) {
                Map<String, String> typed = new TreeMap<>(values);
                typed.put("sign_type", type);
                rule.of(typed).forEach(content -> add(Cause.SIGN_TYPE_MISMATCH, content, right.signature()));
            }
        }
    }

    private void json() {
        each(Cause.BACKSLASH_ADDED, value -> value.replace("\\/", "/"));
        each(Cause.LOST_BACKSLASH, value -> value.startsWith("{") ? Mistakes.backslashed(value) : value);
        each(Cause.LOST_BACKSLASH, value -> value.startsWith("{") ? Mistakes.quoted(value) : value);
        for (String before : Rewritings.of(values.getOrDefault("biz_content", ""))) {
            Map<String, String> other = new TreeMap<>(values);
            other.put("biz_content", before);
            rule.of(other).forEach(content -> add(Cause.JSON_REWRITTEN, content, right.signature()));
        }
    }
}
