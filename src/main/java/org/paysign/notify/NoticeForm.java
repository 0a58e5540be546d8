package org.paysign.notify;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The form of a notice, decoded exactly once in the charset it names.
 *
 * @param charset what it is decoded in and signed in
 */
record NoticeForm(Map<String, String> parameters, Charset charset) {

    private static final int MOST = 100;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
    private static final Pattern NEXT_PARAMETER = Pattern.compile("&([A-Za-z0-9_.-]{1,64})=");
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
        Map<String, byte[]> raw = split(new String(body, StandardCharsets.ISO_8859_1));
        Charset charset = charset(raw);
        NavigableMap<String, String> parameters = new TreeMap<>();
        raw.forEach((name, value) -> parameters.put(name, text(value, charset)));
        refuseTwoReadings(parameters);
        return new NoticeForm(parameters, charset);
    }

    /**
     * The signed text joins the values unescaped and sorted by name. A value that holds what would, at this place, be the
     * next parameter may have been two when it was signed.
     */
    private static void refuseTwoReadings(NavigableMap<String, String> parameters) {
        NavigableMap<String, String> signed = new TreeMap<>(parameters);
        signed.keySet().removeAll(Set.of("sign", "sign_type"));
        signed.forEach((name, value) -> {
            String next = signed.higherKey(name);
            boolean fits = NEXT_PARAMETER
                    .matcher(value)
                    .results()
                    .map(found -> found.group(1))
                    .anyMatch(other -> other.compareTo(name) > 0 && (next == null || other.compareTo(next) < 0));
            if (fits) {
                throw new RefusedNotice(Refusal.TWO_READINGS);
            }
        });
    }

    private static Map<String, byte[]> split(String body) {
        String[] pairs = body.split("&", MOST + 1);
        if (pairs.length > MOST) {
            throw new RefusedNotice(Refusal.TOO_MANY_PARAMETERS);
        }
        Map<String, byte[]> raw = new TreeMap<>();
        boolean doubled = false;
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals < 0) {
                throw new NotAForm();
            }
            String name = new String(unescape(pair.substring(0, equals)), StandardCharsets.ISO_8859_1);
            if (!NAME.matcher(name).matches()) {
                throw new NotAForm();
            }
            doubled |= raw.put(name, unescape(pair.substring(equals + 1))) != null;
        }
        if (doubled) {
            throw new RefusedNotice(Refusal.DUPLICATE_PARAMETER);
        }
        return raw;
    }

    private static Charset charset(Map<String, byte[]> raw) {
        byte[] named = raw.get("charset");
        if (named == null) {
            return StandardCharsets.UTF_8;
        }
        Charset charset = CHARSETS.get(new String(named, StandardCharsets.ISO_8859_1).toUpperCase(Locale.ROOT));
        if (charset == null) {
            throw new RefusedNotice(Refusal.UNKNOWN_CHARSET);
        }
        return charset;
    }

    private static byte[] unescape(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                bytes.write(hex(text, i + 1) << 4 | hex(text, i + 2));
                i += 2;
            } else if (c > 0x7e || c <= 0x20) {
                throw new NotAForm();
            } else {
                bytes.write(c == '+' ? ' ' : c);
            }
        }
        return bytes.toByteArray();
    }

    /** Capitals only, as every encoder writes them: so there is one way to write a notice, and no bit of it to change. */
    private static int hex(String text, int i) {
        int digit = i < text.length() ? "0123456789ABCDEF".indexOf(text.charAt(i)) : -1;
        if (digit < 0) {
            throw new NotAForm();
        }
        return digit;
    }

    private static String text(byte[] value, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(value)).toString();
        } catch (CharacterCodingException notOfTheCharset) {
            throw new RefusedNotice(Refusal.WRONG_CHARSET);
        }
    }

    /** A parameter, or the empty string. */
    String get(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** What was signed: every parameter that came counts, empty ones too, for what is not signed must not be there. */
    String contentWithout(Set<String> names) {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .filter(entry -> !names.contains(entry.getKey()))
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("&"));
    }

    /** Names only: values are personal. */
    @Override
    public String toString() {
        return "NoticeForm" + parameters.keySet();
    }
}
