package org.paysign.log;

/** A text that stays on its line: what could begin a new one, turn its direction or steer a terminal is spelt out. */
final class OneLine {

    private OneLine() {}

    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isOdd(text, i)) {
                return spelt(text, i);
            }
        }
        return text;
    }

    private static String spelt(String text, int from) {
        StringBuilder safe = new StringBuilder(text.length() + 16).append(text, 0, from);
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isOdd(text, i)) {
                safe.append(c);
            } else if (c == '\n') {
                safe.append("\\n");
            } else if (c == '\r') {
                safe.append("\\r");
            } else if (c == '\t') {
                safe.append("\\t");
            } else {
                safe.append(String.format("\\u%04X", (int) c));
            }
        }
        return safe.toString();
    }

    /** Controls, separators of lines and paragraphs, marks without a sign of their own such as bidi, lone surrogates. */
    private static boolean isOdd(String text, int at) {
        char c = text.charAt(at);
        if (c >= ' ' && c < 0x7F) {
            return false;
        }
        if (Character.isHighSurrogate(c)) {
            return at + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
