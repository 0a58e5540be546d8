package org.paysign.house;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Camel's property placeholders, {@code {{key}}}, {@code {{?key}}}, {@code {{key:default}}}. */
final class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]*)}}");
    private static final Set<String> FUNCTIONS =
            Set.of("env", "sys", "file", "service", "bean", "boolean", "secret", "base64", "cores");

    private Placeholders() {}

    /** The keys asked for; functions such as {@code {{env:X}}} ask for none. */
    static List<String> keys(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(Placeholders::key)
                .filter(key -> !key.isEmpty())
                .distinct()
                .toList();
    }

    static String remove(String text) {
        return PLACEHOLDER.matcher(text).replaceAll("");
    }

    static String resolve(String text, Map<String, String> config) {
        String resolved = text;
        for (int depth = 0; depth < 5 && PLACEHOLDER.matcher(resolved).find(); depth++) {
            resolved = PLACEHOLDER
                    .matcher(resolved)
                    .replaceAll(found -> Matcher.quoteReplacement(config.getOrDefault(key(found), found.group())));
        }
        return resolved;
    }

    private static String key(MatchResult found) {
        String inner = found.group(1).strip();
        int colon = inner.indexOf(':');
        String name = colon < 0 ? inner : inner.substring(0, colon);
        boolean function = colon >= 0 && FUNCTIONS.contains(name);
        return function ? "" : name.replaceFirst("^[?!]+", "");
    }
}
