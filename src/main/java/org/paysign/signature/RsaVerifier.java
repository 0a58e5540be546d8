package org.paysign.signature;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;

/** {@link Verifier} with the JDK's RSA. */
public record RsaVerifier(PublicKey key, SignType type, Charset charset) implements Verifier {

    @Override
    public boolean verify(String content, String signature) {
        try {
            byte[] claimed = Canonical.decode(signature);
            Signature rsa = Signature.getInstance(type.algorithm());
            rsa.initVerify(key);
            // A character that the charset lacks must not pass for the question mark that Alipay signed.
            rsa.update(charset.newEncoder().encode(CharBuffer.wrap(content)));
            return rsa.verify(claimed);
        } catch (IllegalArgumentException | CharacterCodingException | GeneralSecurityException notASignature) {
            return false;
        }
    }

    @Override
    public Verifier in(Charset other) {
        return new RsaVerifier(key, type, other);
    }

    /** Short: a key is long and says nothing. */
    @Override
    public String toString() {
        return "RsaVerifier[" + type + ", " + charset + "]";
    }
}
