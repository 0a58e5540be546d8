package org.paysign.log;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one rule about what a log may show; see the decision of 2026-11-23 about the log. A field with a secret's name is
 * masked whatever it holds, an id of ours is shown whatever it looks like, and all else is masked by its looks. Takes
 * time in proportion to the text, of which no more than {@link #LONGEST} characters are read.
 */
final class Masking {

    static final String MASK = "***";
    static final int LONGEST = 16_384;

    /** Where a long text is cut, so that no half of a number or a key is left that nobody recognises. */
    private static final int LONGEST_WORD = 1_024;

    private static final Pattern PEM = Pattern.compile("-----BEGIN [A-Z0-9 ]{1,40}+-----");
    private static final String PEM_END = "-----END ";

    /** A name, its closing quote if it has one, what divides it from its value, and the value's opening quote. */
    private static final Pattern FIELD = Pattern.compile("(?<![A-Za-z0-9_.-])(?:(?<=%)(?:25)*+[0-9A-Fa-f]{2})?+"
            + "([A-Za-z][A-Za-z0-9_.-]*+)"
            + "(?:\\\\*+[\"']|%(?:25)*+2[27])?+"
            + "(\\s{0,4}+(?:[=:]|with value:|%(?:25)*+3[ADad])\\s{0,4}+)"
            + "(\\\\*+[\"']|%(?:25)*+2[27])?+");

    private static final Pattern VALUE_END =
            Pattern.compile("[\\s,;&\"'<>)\\]}|]|\\\\++[\"nrt]|%(?:25)*+(?:2[26Cc]|7[Dd]|5[Dd])");

    /** A secret of two words, such as {@code Authorization: Bearer ...}. */
    private static final Set<String> FIRST_WORDS = Set.of("bearer", "basic", "digest", "token");

    /** Behind a colon these begin a sentence about a key of the configuration, as PaySign's own refusals do. */
    private static final Set<String> PROSE = Set.of(
            "the", "a", "an", "is", "it", "this", "no", "not", "does", "cannot", "must", "has", "give", "use", "set",
            "make", "mend", "name", "there", "only", "missing", "wants", "needs");

    private Masking() {}

    /** The text with masks, on one line. */
    static String of(String text) {
        return OneLine.of(masked(cut(text)));
    }

    /** The value of a field that stands alone, such as one of the MDC. */
    static String of(String name, String value) {
        if (Fields.isSecret(name)) {
            return MASK;
        }
        return Fields.isId(name, value) ? value : of(value);
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = LONGEST;
        while (end > LONGEST - LONGEST_WORD && isWord(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + "... (" + (text.length() - end) + " characters more)";
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || "+/=_%*@.-".indexOf(c) >= 0;
    }

    private static String masked(String text) {
        if (!mayHoldFields(text)) {
            return Shapes.masked(text);
        }
        StringBuilder safe = new StringBuilder(text.length());
        Matcher begin = PEM.matcher(text);
        int at = 0;
        while (begin.find(at)) {
            fields(text.substring(at, begin.start()), safe);
            safe.append(MASK);
            int end = text.indexOf(PEM_END, begin.end());
            int close = end < 0 ? -1 : text.indexOf("-----", end + PEM_END.length());
            if (close < 0) {
                return safe.toString();
            }
            at = close + "-----".length();
        }
        fields(text.substring(at), safe);
        return safe.toString();
    }

    private static boolean mayHoldFields(String text) {
        return text.indexOf('=') >= 0
                || text.indexOf(':') >= 0
                || text.indexOf('%') >= 0
                || text.contains("-----BEGIN ");
    }

    private static void fields(String text, StringBuilder safe) {
        Matcher field = FIELD.matcher(text);
        int done = 0;
        int at = 0;
        while (at <= text.length() && field.find(at)) {
            at = field.end();
            boolean secret = isSecret(text, field);
            // The value is looked for only where it counts, and as far: a thousand fields in one another would be read
            // as often.
            if (!secret && !Fields.isId(field.group(1))) {
                continue;
            }
            int limit = secret ? text.length() : Math.min(text.length(), field.end() + Fields.LONGEST_ID + 1);
            int end = end(text, field.end(), limit, field.group(3) == null ? "" : field.group(3));
            String value = text.substring(field.end(), end);
            if (value.isEmpty() || (secret ? isProse(field, value) : !Fields.isId(field.group(1), value))) {
                continue;
            }
            safe.append(Shapes.masked(text.substring(done, field.end()))).append(secret ? MASK : value);
            done = end;
            at = end;
        }
        safe.append(Shapes.masked(text.substring(done)));
    }

    /** Behind a backslash the first letter may belong to an escape: the name of {@code \nsign=} is sign. */
    private static boolean isSecret(String text, Matcher field) {
        String name = field.group(1);
        boolean escaped = field.start(1) > 0 && text.charAt(field.start(1) - 1) == '\\';
        return Fields.isSecret(name) || (escaped && Fields.isSecret(name.substring(1)));
    }

    private static boolean isProse(Matcher field, String value) {
        return field.group(3) == null && field.group(2).matches(":\\s+") && PROSE.contains(value);
    }

    private static int end(String text, int from, int limit, String quote) {
        if (quote.isEmpty()) {
            return unquoted(text, from, limit);
        }
        char mark = quote.charAt(quote.length() - 1);
        if (mark != '"' && mark != '\'') {
            int end = text.indexOf(quote, from);
            return end < 0 ? limit : Math.min(end, limit);
        }
        // Within the value a quote has more backslashes than the one that opened it.
        int slashes = 0;
        for (int i = from; i < limit; i++) {
            if (text.charAt(i) == mark && slashes < quote.length()) {
                return i - slashes;
            }
            slashes = text.charAt(i) == '\\' ? slashes + 1 : 0;
        }
        return limit;
    }

    private static int unquoted(String text, int from, int limit) {
        Matcher end = VALUE_END.matcher(text).region(from, limit);
        int first = end.find() ? end.start() : limit;
        boolean two = first < limit
                && text.charAt(first) == ' '
                && FIRST_WORDS.contains(text.substring(from, first).toLowerCase(Locale.ROOT));
        if (!two) {
            return first;
        }
        return end.region(first + 1, limit).find() ? end.start() : limit;
    }
}
