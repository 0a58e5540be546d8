package org.paysign.inspect;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Texts that the input may have been as a whole, before somebody changed it. */
final class Views {

    private Views() {}

    /** The other texts, with what must have been done to them. */
    static Map<String, Cause> of(String text) {
        Map<String, Cause> views = new LinkedHashMap<>();
        String trimmed = trimmed(text);
        views.put(trimmed, Cause.WHITESPACE);
        views.putIfAbsent(trimmed.replaceAll("[\\r\\n]+", ""), Cause.WHITESPACE);
        views.putIfAbsent(Mistakes.unescapedHtml(trimmed), Cause.HTML_ESCAPED);
        String decoded = Form.decode(trimmed, StandardCharsets.UTF_8);
        boolean json = trimmed.startsWith("%7B") || trimmed.startsWith("%22");
        views.putIfAbsent(decoded, json ? Cause.NOT_DECODED : Cause.DOUBLE_ENCODED);
        views.putIfAbsent(Form.decode(decoded, StandardCharsets.UTF_8), Cause.DOUBLE_ENCODED);
        Mistakes.misread(trimmed).forEach(read -> views.putIfAbsent(read, Cause.WRONG_CHARSET));
        views.remove(text);
        return views;
    }

    /** Without what editors and consoles put around a text, a byte order mark and a blank without width among it. */
    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isAround(text.charAt(start))) {
            start++;
        }
        while (end > start && isAround(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isAround(char c) {
        return c <= ' ' || Character.isWhitespace(c) || c == '\uFEFF' || c == '\u200B' || c == '\u00A0';
    }

    /** A subject that is good only if this had not happened. */
    static Subject only(Cause cause, Subject subject) {
        List<Attempt> wrong = new ArrayList<>();
        subject.right().forEach(attempt -> wrong.add(attempt.because(cause)));
        wrong.addAll(subject.wrong());
        List<Attempt> never = List.of(new Attempt(Optional.empty(), "", subject.signature(), Optional.empty()));
        return new Subject(subject.kind(), subject.about(), never, wrong, subject.shown());
    }
}
