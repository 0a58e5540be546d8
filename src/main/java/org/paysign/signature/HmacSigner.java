package org.paysign.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs webhooks with a shared secret.
 *
 * @see <a href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard
 *     Webhooks</a>
 */
public final class HmacSigner implements Signer {

    private static final String PREFIX = "whsec_";

    private final SecretKeySpec key;

    private HmacSigner(byte[] secret) {
        key = new SecretKeySpec(secret, "HmacSHA256");
    }

    /**
     * Reads a secret.
     *
     * @param secret {@code whsec_} and the Base64 of 24 to 64 bytes
     * @throws IllegalArgumentException if it is not; the message never holds any of it
     */
    public static HmacSigner of(String secret) {
        try {
            byte[] bytes =
                    Base64.getDecoder().decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : "?");
            if (bytes.length >= 24 && bytes.length <= 64) {
                return new HmacSigner(bytes);
            }
        } catch (IllegalArgumentException notBase64) {
            // said below, without the value
        }
        throw new IllegalArgumentException("give whsec_ and the Base64 of 24 to 64 random bytes");
    }

    @Override
    public String sign(String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("This Java has no HmacSHA256: use a complete JDK or JRE", broken);
        }
    }

    /** Never shows the secret. */
    @Override
    public String toString() {
        return "HmacSigner";
    }
}
