package org.paysign.signature;

import java.nio.charset.Charset;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;

/** {@link Verifier} with the JDK's RSA. */
public record RsaVerifier(PublicKey key, SignType type, Charset charset) implements Verifier {

    @Override
    public boolean verify(String content, String signature) {
        try {
            byte[] claimed = Base64.getDecoder().decode(signature);
            Signature rsa = Signature.getInstance(type.algorithm());
            rsa.initVerify(key);
            rsa.update(content.getBytes(charset));
            return rsa.verify(claimed);
        } catch (IllegalArgumentException | GeneralSecurityException notASignature) {
            return false;
        }
    }
}
