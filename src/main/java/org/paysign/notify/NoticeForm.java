package org.paysign.notify;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The form of a notice, decoded exactly once in the charset it names. */
record NoticeForm(Map<String, String> parameters) {

    private static final int MOST = 100;
    private static final int LONGEST_NAME = 64;
    private static final Map<String, Charset> CHARSETS =
            Map.of("UTF-8", StandardCharsets.UTF_8, "GBK", Charset.forName("GBK"));

    NoticeForm {
        parameters = Map.copyOf(parameters);
    }

    /**
     * Decodes a body.
     *
     * @throws RefusedNotice if a name is doubled, a byte is none of the charset, or the form is too large
     */
    static NoticeForm decode(byte[] body) {
        String raw = new String(body, StandardCharsets.ISO_8859_1);
        String[] pairs = raw.split("&", MOST + 2);
        if (pairs.length > MOST) {
            throw new RefusedNotice("too_many_parameters");
        }
        Charset charset = charset(pairs);
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals <= 0) {
                throw new RefusedNotice("not_a_form");
            }
            String name = unescape(pair.substring(0, equals), charset);
            if (name.isBlank() || name.length() > LONGEST_NAME) {
                throw new RefusedNotice("not_a_form");
            }
            if (parameters.put(name, unescape(pair.substring(equals + 1), charset)) != null) {
                throw new RefusedNotice("duplicate_parameter");
            }
        }
        return new NoticeForm(parameters);
    }

    private static Charset charset(String[] pairs) {
        for (String pair : pairs) {
            if (pair.startsWith("charset=")) {
                Charset named = CHARSETS.get(pair.substring("charset=".length()).toUpperCase(Locale.ROOT));
                if (named == null) {
                    throw new RefusedNotice("unknown_charset");
                }
                return named;
            }
        }
        return StandardCharsets.UTF_8;
    }

    private static String unescape(String text, Charset charset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                bytes.write(hex(text, i + 1) << 4 | hex(text, i + 2));
                i += 2;
            } else if (c > 0x7e || c < 0x20) {
                throw new RefusedNotice("not_a_form");
            } else {
                bytes.write(c == '+' ? ' ' : c);
            }
        }
        try {
            return charset.newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException notOfTheCharset) {
            throw new RefusedNotice("wrong_charset");
        }
    }

    private static int hex(String text, int i) {
        int digit = i < text.length() ? Character.digit(text.charAt(i), 16) : -1;
        if (digit < 0) {
            throw new RefusedNotice("not_a_form");
        }
        return digit;
    }

    /** A parameter, or the empty string. */
    String get(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** Names only: values are personal. */
    @Override
    public String toString() {
        return "NoticeForm" + parameters.keySet();
    }
}
