package org.paysign.support;

import java.util.List;
import java.util.Random;

/** Texts that signing and encoding go wrong over. */
public final class OddText {

    /** Parameter names, some of which sort in ways that surprise. */
    public static final List<String> NAMES = List.of(
            "app_id",
            "method",
            "biz_content",
            "notify_url",
            "return_url",
            "timestamp",
            "version",
            "format",
            "App",
            "_x",
            "a-b",
            "a.b",
            "ab",
            "aB",
            "z");

    private static final List<String> PIECES = List.of(
            "周期扣款",
            "张三",
            "，",
            "a",
            "Z",
            "0",
            " ",
            "  ",
            "\t",
            "\n",
            "\r\n",
            "+",
            "&",
            "=",
            "%",
            "%20",
            "%2B",
            "*",
            "~",
            "|",
            "\"",
            "'",
            "/",
            "\\/",
            "\\",
            "{",
            "}",
            "[",
            "]",
            ":",
            ";",
            ",",
            "<",
            ">",
            "?",
            "#",
            "@",
            "!",
            "$",
            "(",
            ")",
            "-",
            "_",
            ".",
            "`",
            "^",
            "\u00a0",
            "\u3000",
            "€",
            "é",
            "\ud83d\ude00",
            "&not",
            "sign=",
            "\u0000");

    private OddText() {}

    /** A text of up to forty pieces, now and then blank. */
    public static String of(Random random) {
        if (random.nextInt(10) == 0) {
            return " ".repeat(random.nextInt(3));
        }
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(40); n >= 0; n--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
