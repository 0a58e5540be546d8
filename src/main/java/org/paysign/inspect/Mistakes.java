package org.paysign.inspect;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Mistakes that people make with any signed text; each gives back what must have been signed if it was made. */
final class Mistakes {

    static final Charset GBK = Charset.forName("GBK");
    private static final Pattern HEX = Pattern.compile("([0-9a-fA-F]{2}){64,1024}");
    /** A JSON object in quotes whose own quotes are bare. */
    private static final Pattern BARE_OBJECT = Pattern.compile("\"(\\{[^{}]*})\"");

    private Mistakes() {}

    /** What may have happened to the signature alone. */
    static List<Attempt> ofSignature(Attempt right) {
        String signature = right.signature();
        List<Attempt> wrong = new ArrayList<>();
        wrong.add(right.withSignature(signature.replace(' ', '+')).because(Cause.PLUS_LOST));
        wrong.add(right.withSignature(signature.replaceAll("\\s", "")).because(Cause.WHITESPACE));
        wrong.add(right.withSignature(signature.replaceAll("(?:\\\\[rn])+", "")).because(Cause.WHITESPACE));
        wrong.add(right.withSignature(padded(signature)).because(Cause.SIGNATURE_LENGTH));
        wrong.add(right.withSignature(padded(signature.replace('-', '+').replace('_', '/')))
                .because(Cause.URL_SAFE_BASE64));
        wrong.add(right.withSignature(Form.decode(signature, StandardCharsets.UTF_8))
                .because(Cause.DOUBLE_ENCODED));
        if (HEX.matcher(signature).matches()) {
            byte[] bytes = HexFormat.of().parseHex(signature);
            wrong.add(right.withSignature(Base64.getEncoder().encodeToString(bytes))
                    .because(Cause.SIGNATURE_NOT_BASE64));
        }
        return wrong.stream()
                .filter(attempt -> !attempt.signature().equals(signature))
                .toList();
    }

    private static String padded(String signature) {
        return signature + "=".repeat((4 - signature.length() % 4) % 4);
    }

    /** What may have happened around the content, and in which charset it was signed. */
    static List<Attempt> ofContent(Attempt right) {
        List<Attempt> wrong = new ArrayList<>();
        for (Charset other : List.of(StandardCharsets.UTF_8, GBK)) {
            wrong.add(right.in(other).because(Cause.WRONG_CHARSET));
        }
        misread(right.content()).forEach(content -> {
            wrong.add(right.withContent(old -> content).because(Cause.WRONG_CHARSET));
            wrong.add(
                    right.withContent(old -> content).in(StandardCharsets.UTF_8).because(Cause.WRONG_CHARSET));
            wrong.add(right.withContent(old -> content).in(GBK).because(Cause.WRONG_CHARSET));
        });
        for (String behind : List.of("\n", "\r\n", " ")) {
            wrong.add(right.withContent(content -> content + behind).because(Cause.WHITESPACE));
        }
        wrong.add(right.withContent(content -> "\uFEFF" + content).because(Cause.WHITESPACE));
        wrong.add(right.withContent(String::strip).because(Cause.WHITESPACE));
        return wrong;
    }

    /** The text that it was before somebody read its bytes in a wrong charset. */
    static Stream<String> misread(String text) {
        if (text.chars().allMatch(c -> c < 0x80)) {
            return Stream.of();
        }
        Charset latin = StandardCharsets.ISO_8859_1;
        return Stream.of(
                        new String(text.getBytes(GBK), StandardCharsets.UTF_8),
                        new String(text.getBytes(latin), StandardCharsets.UTF_8),
                        new String(text.getBytes(latin), GBK),
                        new String(text.getBytes(StandardCharsets.UTF_8), GBK))
                .filter(read -> !read.equals(text));
    }

    /** Slashes as they were before somebody took their backslashes away. */
    static String backslashed(String json) {
        return json.replaceAll("(?<!\\\\)/", "\\\\/");
    }

    /** Quotes inside strings that hold an object, as they were before somebody took their backslashes away. */
    static String quoted(String json) {
        return BARE_OBJECT
                .matcher(json)
                .replaceAll(found -> Matcher.quoteReplacement(
                        "\"" + found.group(1).replace("\\", "\\\\").replace("\"", "\\\"") + "\""));
    }

    /** What a page or a template makes of the characters that HTML reserves, undone. */
    static String unescapedHtml(String text) {
        return text.replace("\u00ACify_url", "&notify_url")
                .replace("\u00D7tamp", "&timestamp")
                .replace("&quot;", "\"")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#x2F;", "/")
                .replace("&amp;", "&");
    }

    /** Bytes as text: GBK if they are and UTF-8 is not what most of them are, else UTF-8 with what is broken replaced. */
    static String text(byte[] bytes) {
        String lenient = new String(bytes, StandardCharsets.UTF_8);
        long broken = lenient.chars().filter(c -> c == 0xFFFD).count();
        long whole = lenient.chars().filter(c -> c >= 0x80 && c != 0xFFFD).count();
        return broken <= whole ? lenient : gbk(bytes).orElse(lenient);
    }

    private static Optional<String> gbk(byte[] bytes) {
        try {
            return Optional.of(GBK.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }
}
