package org.paysign.signature;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;

/** {@link Verifier} with RSA; {@link Rsa#verifier} makes one whose key has the form that is verified with fastest. */
public record RsaVerifier(Rsa rsa, PublicKey key, SignType type, Charset charset) implements Verifier {

    /** With this Java's RSA. */
    public RsaVerifier(PublicKey key, SignType type, Charset charset) {
        this(Rsa.jdk(), key, type, charset);
    }

    @Override
    public boolean verify(String content, String signature) {
        try {
            byte[] claimed = Canonical.decode(signature);
            Signature verifying = rsa.signature(type);
            verifying.initVerify(key);
            // A character that the charset lacks must not pass for the question mark that Alipay signed.
            verifying.update(charset.newEncoder().encode(CharBuffer.wrap(content)));
            return verifying.verify(claimed);
        } catch (IllegalArgumentException | CharacterCodingException | GeneralSecurityException notASignature) {
            return false;
        }
    }

    @Override
    public Verifier in(Charset other) {
        return new RsaVerifier(rsa, key, type, other);
    }

    /** Short: a key is long and says nothing. */
    @Override
    public String toString() {
        return "RsaVerifier[" + type + ", " + charset + "]";
    }
}
