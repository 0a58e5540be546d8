package org.paysign.signature;

import java.nio.charset.Charset;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Alipay's {@code encrypt_type=AES}: AES/CBC/PKCS5 with an IV of zeros, as Alipay prescribes. Integrity comes from the
 * signature over the cipher text, so nothing is decrypted that was not verified. Safe for use by several threads.
 *
 * @see <a href="https://opendocs.alipay.com/common/02mse3">Alipay: encrypting content</a>
 */
public final class ContentCipher {

    /** The wire word. */
    public static final String TYPE = "AES";

    private static final IvParameterSpec ZEROS = new IvParameterSpec(new byte[16]);

    private final SecretKeySpec key;
    private final Charset charset;

    private ContentCipher(SecretKeySpec key, Charset charset) {
        this.key = key;
        this.charset = charset;
    }

    /**
     * Reads a key.
     *
     * @param text Base64 of 16, 24 or 32 bytes
     * @throws IllegalArgumentException if it is not; the message never holds any of it
     */
    public static ContentCipher of(String text, Charset charset) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException notBase64) {
            key = new byte[0];
        }
        if (key.length != 16 && key.length != 24 && key.length != 32) {
            throw new IllegalArgumentException(
                    "no AES key: give a file with the Base64 of 16 bytes, as Alipay shows it");
        }
        return new ContentCipher(new SecretKeySpec(key, TYPE), charset);
    }

    /** Encrypts a text to standard Base64. */
    public String encrypt(String plain) {
        try {
            return Base64.getEncoder()
                    .encodeToString(cipher(Cipher.ENCRYPT_MODE).doFinal(plain.getBytes(charset)));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("This Java has no AES/CBC: use a complete JDK or JRE", broken);
        }
    }

    /** Decrypts Base64; empty if it was not encrypted with this key. */
    public Optional<String> decrypt(String encrypted) {
        try {
            byte[] plain =
                    cipher(Cipher.DECRYPT_MODE).doFinal(Base64.getDecoder().decode(encrypted));
            return Optional.of(new String(plain, charset));
        } catch (IllegalArgumentException | GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }

    /** The JSON of a node: a quoted one is decrypted, any other comes as it is, as Alipay's errors do. */
    Optional<String> plain(String node) {
        return node.startsWith("\"")
                ? decrypt(node.substring(1, node.length() - 1).replace("\\/", "/"))
                : Optional.of(node);
    }

    private Cipher cipher(int mode) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(mode, key, ZEROS);
        return cipher;
    }

    /** Never shows the key. */
    @Override
    public String toString() {
        return "ContentCipher";
    }
}
