package org.paysign.sandbox;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Form-encoded text, decoded exactly once; anything doubtful is refused instead of guessed. */
final class Form {
    private Form() {}

    /** Empty when a pair is malformed, a name stands twice, or the bytes are none of the charset. */
    static Optional<Map<String, String>> decode(List<String> parts, Charset charset) {
        var fields = new LinkedHashMap<String, String>();
        for (var part : parts) {
            for (var pair : part.isEmpty() ? List.<String>of() : List.of(part.split("&", -1))) {
                int at = pair.indexOf('=');
                var name = unescape(at < 0 ? "" : pair.substring(0, at), charset);
                var value = unescape(pair.substring(at + 1), charset);
                if (name.isEmpty() || name.get().isEmpty() || value.isEmpty()) {
                    return Optional.empty();
                }
                if (fields.put(name.get(), value.get()) != null) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(fields);
    }

    /** The charset the form itself names, which has to be known before it can be decoded; UTF-8 when it names none. */
    static Charset charset(List<String> parts) {
        for (var part : parts) {
            for (var pair : part.split("&", -1)) {
                if (pair.equalsIgnoreCase("charset=GBK")) {
                    return Charset.forName("GBK");
                }
            }
        }
        return StandardCharsets.UTF_8;
    }

    /** One value, unescaped once. */
    static Optional<String> unescape(String text, Charset charset) {
        var bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                if (i + 2 >= text.length()
                        || !HexFormat.isHexDigit(text.charAt(i + 1))
                        || !HexFormat.isHexDigit(text.charAt(i + 2))) {
                    return Optional.empty();
                }
                bytes.write(HexFormat.fromHexDigits(text, i + 1, i + 3));
                i += 2;
            } else if (c > ' ' && c < 0x7f) {
                bytes.write(c == '+' ? ' ' : c);
            } else {
                return Optional.empty();
            }
        }
        return text(bytes.toByteArray(), charset);
    }

    /** Empty when the bytes are none of the charset. */
    static Optional<String> text(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
