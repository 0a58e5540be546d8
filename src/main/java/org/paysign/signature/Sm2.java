package org.paysign.signature;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECKeyParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.math.ec.ECPoint;

/**
 * SM3withSM2 with Bouncy Castle's own classes, an optional jar; no provider is installed, because that would change
 * cryptography for the whole JVM.
 *
 * @see <a href="https://datatracker.ietf.org/doc/html/draft-shen-sm2-ecdsa-02">SM2</a>
 */
public final class Sm2 {

    /** The identity GM/T 0009 prescribes where nobody agreed on another, and Alipay uses. */
    private static final byte[] USER = "1234567812345678".getBytes(StandardCharsets.US_ASCII);

    private Sm2() {}

    /**
     * Signs with a private key.
     *
     * @param key PEM or Base64 of PKCS#8
     * @throws IllegalArgumentException if it is none; the message never holds any of it
     */
    public static Signer signer(String key, Charset charset) {
        AsymmetricKeyParameter secret = read(key, true);
        return content -> {
            try {
                SM2Signer sm2 = sm2(true, secret, content.getBytes(charset));
                return Base64.getEncoder().encodeToString(sm2.generateSignature());
            } catch (CryptoException broken) {
                throw new IllegalStateException("SM2 cannot sign with this app-private-key: make a new pair", broken);
            }
        };
    }

    /**
     * Verifies with a public key.
     *
     * @param key PEM or Base64 of X.509 (SubjectPublicKeyInfo)
     * @throws IllegalArgumentException if it is none
     */
    public static Verifier verifier(String key, Charset charset) {
        return new OpenKey(read(key, false), charset);
    }

    /**
     * The public half of a private key, as bare Base64 of X.509.
     *
     * @throws IllegalArgumentException if the text is no SM2 private key
     */
    public static String publicHalf(String key) {
        if (read(key, true) instanceof ECPrivateKeyParameters secret) {
            ECPoint point =
                    secret.getParameters().getG().multiply(secret.getD()).normalize();
            try {
                byte[] der = SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(
                                new ECPublicKeyParameters(point, secret.getParameters()))
                        .getEncoded();
                return Base64.getEncoder().encodeToString(der);
            } catch (IOException broken) {
                throw new IllegalStateException("An SM2 key cannot be written: report this as a defect");
            }
        }
        throw new IllegalArgumentException("not an SM2 private key: give PEM or Base64 of PKCS#8");
    }

    private static final class OpenKey implements Verifier {

        private final AsymmetricKeyParameter key;
        private final Charset charset;

        OpenKey(AsymmetricKeyParameter key, Charset charset) {
            this.key = key;
            this.charset = charset;
        }

        @Override
        public boolean verify(String content, String signature) {
            try {
                byte[] claimed = Canonical.decode(signature);
                ByteBuffer strict = charset.newEncoder().encode(CharBuffer.wrap(content));
                byte[] bytes = new byte[strict.remaining()];
                strict.get(bytes);
                return sm2(false, key, bytes).verifySignature(claimed);
            } catch (IllegalArgumentException | CharacterCodingException notASignature) {
                return false;
            }
        }

        @Override
        public Verifier in(Charset other) {
            return new OpenKey(key, other);
        }
    }

    private static SM2Signer sm2(boolean signs, CipherParameters key, byte[] content) {
        SM2Signer sm2 = new SM2Signer();
        sm2.init(signs, new ParametersWithID(key, USER));
        sm2.update(content, 0, content.length);
        return sm2;
    }

    private static AsymmetricKeyParameter read(String text, boolean secret) {
        byte[] der = RsaKeys.base64(text);
        try {
            AsymmetricKeyParameter key = secret ? PrivateKeyFactory.createKey(der) : PublicKeyFactory.createKey(der);
            if (key instanceof ECKeyParameters) {
                return key;
            }
        } catch (IOException | RuntimeException notAKey) {
            // said below: texts of Bouncy Castle may quote the key
        }
        throw new IllegalArgumentException("not an SM2 " + (secret ? "private" : "public")
                + " key: give PEM or Base64 of " + (secret ? "PKCS#8" : "X.509 (SubjectPublicKeyInfo)"));
    }
}
