package org.paysign.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The journey that something belongs to, as others named it.
 *
 * @param traceparent of version 00, or empty if there is none
 * @param tracestate what others keep with it, or empty
 * @see <a href="https://www.w3.org/TR/trace-context/">W3C Trace Context</a>
 */
public record Trace(String traceparent, String tracestate) {

    private static final Pattern VERSION_00 =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final Pattern STATE = Pattern.compile("[\\x20-\\x7E]{1,512}");

    /** No journey is known; made of the patterns above. */
    public static final Trace NONE = new Trace("", "");

    /** What is not valid is dropped, the state with its parent. */
    public Trace {
        traceparent = VERSION_00.matcher(traceparent).matches() ? traceparent : "";
        tracestate = !traceparent.isEmpty() && STATE.matcher(tracestate).matches() ? tracestate : "";
    }

    /** What was sent or stored, if anything. */
    public static Trace of(@Nullable String traceparent, @Nullable String tracestate) {
        return new Trace(traceparent == null ? "" : traceparent, tracestate == null ? "" : tracestate);
    }

    /**
     * A trace of its own for a message that brings none. The same message gives the same one, so that a redelivery stays in
     * it; its flags say that no spans were recorded.
     */
    public static Trace startedBy(String messageId) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(messageId.getBytes(StandardCharsets.UTF_8));
            // Ids of zeros alone are not valid.
            hash[0] |= 1;
            hash[16] |= 1;
            HexFormat hex = HexFormat.of();
            return new Trace("00-" + hex.formatHex(hash, 0, 16) + "-" + hex.formatHex(hash, 16, 24) + "-00", "");
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("This Java has no SHA-256: use a complete JDK or JRE", broken);
        }
    }

    /** Its 32 hex digits. */
    public Optional<String> traceId() {
        return traceparent.isEmpty() ? Optional.empty() : Optional.of(traceparent.substring(3, 35));
    }

    /** The 16 hex digits of the span that called. */
    public Optional<String> spanId() {
        return traceparent.isEmpty() ? Optional.empty() : Optional.of(traceparent.substring(36, 52));
    }

    /** Without the state, which is others' and may hold anything. */
    @Override
    public String toString() {
        return "Trace[" + traceparent + "]";
    }
}
