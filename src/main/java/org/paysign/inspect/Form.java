package org.paysign.inspect;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A form as it came, read more generously than PaySign does: here a broken one is to be explained. */
record Form(Map<String, String> raw) {

    private static final int MOST = 200;

    /** Splits without decoding; a piece without {@code =} belongs to the value before it. */
    static Form of(String text) {
        List<String[]> pairs = new ArrayList<>();
        for (String piece : text.split("&", MOST)) {
            int equals = piece.indexOf('=');
            if (equals > 0) {
                pairs.add(new String[] {piece.substring(0, equals), piece.substring(equals + 1)});
            } else if (!pairs.isEmpty()) {
                pairs.get(pairs.size() - 1)[1] += "&" + piece;
            }
        }
        Map<String, String> raw = new LinkedHashMap<>();
        pairs.forEach(pair -> raw.putIfAbsent(pair[0], pair[1]));
        return new Form(raw);
    }

    boolean has(String name) {
        return raw.containsKey(name);
    }

    /** Whether something in it is as no encoder leaves it. */
    boolean isPlain() {
        return raw.values().stream()
                .anyMatch(value -> value.chars().anyMatch(c -> c <= ' ' || c > '~' || "{}\"|:/,".indexOf(c) >= 0));
    }

    /** The values, decoded once. */
    Map<String, String> decoded(Charset charset) {
        return each(raw, value -> decode(value, charset));
    }

    static Map<String, String> each(Map<String, String> values, UnaryOperator<String> change) {
        Map<String, String> changed = new LinkedHashMap<>();
        values.forEach((name, value) -> changed.put(name, change.apply(value)));
        return changed;
    }

    /** Undoes what {@link URLEncoder} does; what is no escape stays as it is. */
    static String decode(String text, Charset charset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            int high = c == '%' && i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = high >= 0 ? Character.digit(text.charAt(i + 2), 16) : -1;
            if (low >= 0) {
                bytes.write(high << 4 | low);
                i += 3;
            } else {
                bytes.writeBytes((c == '+' ? " " : Character.toString(c)).getBytes(charset));
                i += Character.charCount(c);
            }
        }
        return bytes.toString(charset);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** {@code name=value} joined by {@code &}, without some, in the order of their names. */
    static String sorted(Map<String, String> values, Set<String> without) {
        return joined(new TreeMap<>(values), without);
    }

    /** The same in the order of the map. */
    static String joined(Map<String, String> values, Set<String> without) {
        return values.entrySet().stream()
                .filter(value -> !without.contains(value.getKey()))
                .map(value -> value.getKey() + "=" + value.getValue())
                .collect(Collectors.joining("&"));
    }

    @Override
    public String toString() {
        return "Form" + raw.keySet();
    }
}
