package org.paysign.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Where two texts part. */
final class Difference {

    private static final int BEFORE = 24;
    private static final int AFTER = 40;

    private Difference() {}

    /** {@code {"at", "expected", "found"}}: the first place, counted from 0, and what stands around it in each. */
    static ObjectNode between(String expected, String found) {
        int at = 0;
        while (at < Math.min(expected.length(), found.length()) && expected.charAt(at) == found.charAt(at)) {
            at++;
        }
        return StrictJson.node()
                .put("at", at)
                .put("expected", around(expected, at))
                .put("found", around(found, at));
    }

    private static String around(String text, int at) {
        var from = Math.max(0, at - BEFORE);
        var to = Math.min(text.length(), at + AFTER);
        return (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
    }
}
