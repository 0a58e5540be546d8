package org.paysign.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Takes apart what {@code my.paySignCenter} is given: the order string, URL-encoded once more. */
final class SignStr {

    private static final Pattern ENCODED_TWICE = Pattern.compile("[A-Za-z0-9\\-_.!~*'()+%]+");
    private static final Pattern ENCODED_ONCE = Pattern.compile("[A-Za-z0-9\\-_.!~*'()+%&=]+");

    private SignStr() {}

    /** Empty when it was encoded once or thrice, or is no order string; without this a lucky one might pass. */
    static Optional<Map<String, String>> decode(String signStr) {
        if (!ENCODED_TWICE.matcher(signStr).matches()) {
            return Optional.empty();
        }
        return Form.unescape(signStr, StandardCharsets.US_ASCII)
                .filter(order -> ENCODED_ONCE.matcher(order).matches())
                .map(List::of)
                .flatMap(order -> Form.decode(order, Form.charset(order)));
    }
}
