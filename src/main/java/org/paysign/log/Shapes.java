package org.paysign.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is masked by its looks, wherever it stands. Every pattern reads a text once: no part of it can match in two ways. */
final class Shapes {

    /** Digits that begin here, or behind an escape such as {@code %22}, whose own digits do not count. */
    private static final String BEGIN = "(?:(?<![0-9])|(?<=%[0-9A-Fa-f]{2})|(?<=%(?:25){1,3}[0-9A-Fa-f]{2}))";

    private static final Pattern WEBHOOK_SECRET =
            Pattern.compile("whsec_(?:[A-Za-z0-9+/=_-]|%(?:25)*+2[BbFf]|%(?:25)*+3[Dd])*+");
    private static final Pattern LOGIN_IN_URL = Pattern.compile("://[^\\s/?#@\"']++@");
    private static final Pattern EMAIL = Pattern.compile(
            "(?<![\\w.+*-])[\\w.+*-]++(?:@|%(?:25)*+40)[A-Za-z0-9](?:[A-Za-z0-9-]*+\\.)++[A-Za-z]{2,}+");
    private static final Pattern CITIZEN = Pattern.compile(BEGIN
            + "(?:[1-9][0-9]{5}(?:18|19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]"
            + "|[0-9]{17}[Xx])(?![0-9A-Za-z])");
    private static final Pattern PHONE = Pattern.compile(
            BEGIN
                    + "(?:\\+?86[- ]?)?+1[3-9](?:[0-9]{9}(?![0-9])|[0-9][- ][0-9]{4}[- ][0-9]{4}(?![0-9])|[0-9]?\\*{2,}+[0-9]{0,4}+)");
    private static final Pattern LONG_RUN = Pattern.compile("(?<![A-Za-z0-9+/=_%\\\\-])[A-Za-z0-9+/=_%\\\\-]{40,}+");

    /** What the shortest match of a pattern has: a long run, the digits of a number in one, or of its first group. */
    private static final int RUN = 40;

    private static final int NUMBER = 11;
    private static final int GROUP = 3;

    /** Random characters change their kind at about two of three steps, paths and names at one of five. */
    private static final double RANDOM = 0.4;

    private static final int OTHER = 3;

    private Shapes() {}

    static String masked(String text) {
        return isHarmless(text) ? text : searched(text);
    }

    /** Whether no pattern can match: what each of them needs is not there. It is so with most texts, and soon seen. */
    private static boolean isHarmless(String text) {
        int digits = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean grouped = digits >= GROUP && (c == ' ' || c == '-');
            digits = isDigit(c) ? digits + 1 : 0;
            run = isOfRun(c) ? run + 1 : 0;
            if (digits == NUMBER || run == RUN || "@%*".indexOf(c) >= 0) {
                return false;
            }
            if (grouped && i + 1 < text.length() && isDigit(text.charAt(i + 1))) {
                return false;
            }
        }
        return !text.contains("whsec_");
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isOfRun(char c) {
        return kind(c) < OTHER || "+/=_%\\-".indexOf(c) >= 0;
    }

    /** Asks every pattern. */
    static String searched(String text) {
        String masked = WEBHOOK_SECRET.matcher(text).replaceAll(Masking.MASK);
        masked = LOGIN_IN_URL.matcher(masked).replaceAll("://" + Masking.MASK + "@");
        masked = EMAIL.matcher(masked).replaceAll(Masking.MASK);
        masked = LONG_RUN.matcher(masked)
                .replaceAll(run -> isRandom(run.group()) ? Masking.MASK : Matcher.quoteReplacement(run.group()));
        masked = CITIZEN.matcher(masked).replaceAll(Masking.MASK);
        return PHONE.matcher(masked).replaceAll(Masking.MASK);
    }

    /** Keys, signatures and tokens in Base64: letters of both kinds and digits, in no order. */
    private static boolean isRandom(String run) {
        int[] kinds = new int[4];
        int changes = 0;
        int last = -1;
        for (int i = 0; i < run.length(); i++) {
            int kind = kind(run.charAt(i));
            kinds[kind]++;
            changes += kind == last ? 0 : 1;
            last = kind;
        }
        return kinds[0] > 0 && kinds[1] > 0 && kinds[2] > 0 && changes >= run.length() * RANDOM;
    }

    private static int kind(char c) {
        if (c >= 'A' && c <= 'Z') {
            return 0;
        }
        if (c >= 'a' && c <= 'z') {
            return 1;
        }
        return isDigit(c) ? 2 : OTHER;
    }
}
