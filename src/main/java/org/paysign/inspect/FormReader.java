package org.paysign.inspect;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what is a form: requests to Alipay, as signStr, URL or body, and Alipay's notices. */
final class FormReader {

    private static final Pattern ENCODED_ONCE_MORE = Pattern.compile("[A-Za-z0-9_.-]{1,64}%3D.*", Pattern.DOTALL);
    private static final Pattern URL = Pattern.compile("(?:https?|alipays?)://[^?\\s]{1,200}\\?(.*)", Pattern.DOTALL);
    private static final Pattern SIGN_PARAMS = Pattern.compile("(?:.*&)?sign_params=([^&]*).*", Pattern.DOTALL);

    private FormReader() {}

    static Optional<Subject> read(String text) {
        Matcher url = URL.matcher(text);
        String query = url.matches() ? url.group(1) : text;
        Matcher launch = SIGN_PARAMS.matcher(query);
        String form = launch.matches() ? launch.group(1) : query;
        boolean encoded = ENCODED_ONCE_MORE.matcher(form).matches();
        Form read = Form.of(encoded ? Form.decode(form, StandardCharsets.UTF_8) : form);
        if (read.has("notify_type") || read.has("notify_id")) {
            Subject notice = subject(read, Kind.NOTICE);
            return Optional.of(encoded ? Views.only(Cause.DOUBLE_ENCODED, notice) : notice);
        }
        if (read.has("method") || read.has("biz_content") || (read.has("app_id") && read.has("sign"))) {
            boolean page = read.raw().getOrDefault("method", "").equals("alipay.user.agreement.page.sign");
            Subject subject = subject(read, encoded ? Kind.SIGN_STR : Kind.REQUEST);
            boolean bare = page && !encoded && !url.matches();
            return Optional.of(bare ? Views.only(Cause.NOT_ENCODED, subject) : subject);
        }
        return Optional.empty();
    }

    private static Subject subject(Form form, Kind kind) {
        Optional<Charset> named =
                charset(form.decoded(StandardCharsets.ISO_8859_1).getOrDefault("charset", ""));
        Charset charset = named.orElse(StandardCharsets.UTF_8);
        Map<String, String> values = form.decoded(charset);
        SignedText rule = kind == Kind.NOTICE ? SignedText.NOTICE : SignedText.REQUEST;
        List<Attempt> right = rule.of(values).stream()
                .map(content -> new Attempt(
                        Optional.empty(),
                        content,
                        values.getOrDefault("sign", ""),
                        kind == Kind.NOTICE ? Optional.of(charset) : named))
                .toList();
        List<Attempt> wrong = new ArrayList<>(FormMistakes.of(form, values, rule, right.get(0)));
        right.forEach(attempt -> {
            wrong.addAll(Mistakes.ofSignature(attempt));
            wrong.addAll(Mistakes.ofContent(attempt));
        });
        ObjectNode decoded = JsonNodeFactory.instance.objectNode();
        Map<String, String> masked = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            decoded.set(Mask.visible(name), Mask.tree(name, value));
            masked.put(Mask.visible(name), Mask.value(name, value));
        });
        Shown shown = new Shown(decoded, rule.of(masked).get(0), List.of());
        return new Subject(kind, values, right, wrong, shown);
    }

    static Optional<Charset> charset(String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "UTF-8", "UTF8" -> Optional.of(StandardCharsets.UTF_8);
            case "GBK", "GB2312" -> Optional.of(Mistakes.GBK);
            default -> Optional.empty();
        };
    }
}
