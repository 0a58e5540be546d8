package org.paysign.sandbox;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The text that Alipay's signatures stand under, as AlipaySignature of the official SDK builds it. */
final class SignText {
    private SignText() {}

    /** A request signs its sign_type. */
    static String ofRequest(Map<String, String> params) {
        return without(Set.of("sign"), params);
    }

    /** A notice does not: the rule V1 of Alipay's SDK. */
    static String ofNotice(Map<String, String> fields) {
        return without(Set.of("sign", "sign_type"), fields);
    }

    /** All but these, without the blank ones, in the order of their names. */
    private static String without(Set<String> unsigned, Map<String, String> params) {
        var text = new StringBuilder();
        new TreeMap<>(params).forEach((name, value) -> {
            if (!unsigned.contains(name) && !value.isBlank()) {
                text.append(text.isEmpty() ? "" : "&").append(name).append('=').append(value);
            }
        });
        return text.toString();
    }
}
