package org.paysign.signature;

import java.nio.charset.Charset;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;

/** {@link Signer} with the JDK's RSA. */
public record RsaSigner(PrivateKey key, SignType type, Charset charset) implements Signer {

    @Override
    public String sign(String content) {
        try {
            Signature rsa = Signature.getInstance(type.algorithm());
            rsa.initSign(key);
            rsa.update(content.getBytes(charset));
            return Base64.getEncoder().encodeToString(rsa.sign());
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(
                    "This Java cannot sign with " + type + ": use a JDK with SunRsaSign", broken);
        }
    }

    /** Never shows the key. */
    @Override
    public String toString() {
        return "RsaSigner[" + type + ", " + charset + "]";
    }
}
