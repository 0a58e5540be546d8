package org.paysign.sandbox.pages;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The query of a call; what is no form is no query. */
final class Query {

    private Query() {}

    static Map<String, String> of(String query) {
        var fields = new HashMap<String, String>();
        for (var pair : query.split("&", -1)) {
            int at = pair.indexOf('=');
            if (at > 0) {
                try {
                    fields.put(
                            pair.substring(0, at), URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
                } catch (IllegalArgumentException broken) {
                    return Map.of();
                }
            }
        }
        return fields;
    }
}
