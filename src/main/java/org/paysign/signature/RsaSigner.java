package org.paysign.signature;

import java.nio.charset.Charset;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;

/** {@link Signer} with RSA; {@link Rsa#signer} makes one whose key has the form that is signed with fastest. */
public record RsaSigner(Rsa rsa, PrivateKey key, SignType type, Charset charset) implements Signer {

    /** With this Java's RSA. */
    public RsaSigner(PrivateKey key, SignType type, Charset charset) {
        this(Rsa.jdk(), key, type, charset);
    }

    @Override
    public String sign(String content) {
        try {
            Signature signature = rsa.signature(type);
            signature.initSign(key);
            signature.update(content.getBytes(charset));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(
                    rsa + " cannot sign with " + type
                            + (rsa.isNative() ? ": set paysign.signature.provider=jdk" : ": use a JDK with SunRsaSign"),
                    broken);
        }
    }

    /** Never shows the key. */
    @Override
    public String toString() {
        return "RsaSigner[" + type + ", " + charset + "]";
    }
}
