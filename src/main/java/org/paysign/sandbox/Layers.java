package org.paysign.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How often a signStr is URL-encoded; it has to be twice.
 *
 * @param times how often; -1 if it cannot be made out
 * @param fine whether Alipay can read it
 * @param params what it says, as far as it can be read at all
 */
record Layers(int times, boolean fine, Optional<Map<String, String>> params) {

    private static final int MOST = 4;

    static Layers of(String signStr) {
        var fine = SignStr.decode(signStr);
        if (fine.isPresent()) {
            return new Layers(2, true, fine);
        }
        var text = signStr;
        for (int times = 1; times <= MOST; times++) {
            if (isOrder(text)) {
                return peeled(text, times);
            }
            var inner = Form.unescape(text, StandardCharsets.UTF_8);
            if (inner.isEmpty()) {
                break;
            }
            text = inner.get();
        }
        return new Layers(-1, false, Optional.empty());
    }

    /** An order string whose values are encoded no more counts as encoded not at all. */
    private static Layers peeled(String order, int times) {
        if (order.contains("biz_content={")) {
            return new Layers(times - 1, false, raw(order));
        }
        var parts = List.of(order);
        return new Layers(times, false, Form.decode(parts, Form.charset(parts)));
    }

    private static boolean isOrder(String text) {
        return text.contains("&") && text.contains("sign=");
    }

    private static Optional<Map<String, String>> raw(String order) {
        var params = new LinkedHashMap<String, String>();
        for (var pair : order.split("&", -1)) {
            int at = pair.indexOf('=');
            if (at < 1) {
                return Optional.empty();
            }
            params.put(pair.substring(0, at), pair.substring(at + 1));
        }
        return Optional.of(params);
    }
}
