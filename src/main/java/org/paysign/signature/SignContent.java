package org.paysign.signature;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The canonical text of a request: every sent parameter except {@code sign}, blank names and values left out, sorted by
 * name, {@code name=value} joined by {@code &}, values untouched.
 *
 * @see <a href="https://opendocs.alipay.com/common/02mse7">Alipay: how to sign by oneself</a>
 */
public final class SignContent {

    private SignContent() {}

    /** Builds the text; {@code sign_type} is part of it. */
    public static String of(Map<String, String> parameters) {
        return sent(parameters).entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("&"));
    }

    /** The parameters that are signed and sent, in their canonical order. */
    static Map<String, String> sent(Map<String, String> parameters) {
        Map<String, String> sent = new TreeMap<>();
        parameters.forEach((name, value) -> {
            if (!name.isBlank() && !value.isBlank() && !name.equals("sign")) {
                sent.put(name, value);
            }
        });
        return sent;
    }
}
