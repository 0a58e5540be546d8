package org.paysign.merchant;

import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.paysign.signature.RsaKeys;
import org.paysign.signature.RsaVerifier;
import org.paysign.signature.SignType;
import org.paysign.signature.Sm2;
import org.paysign.signature.Verifier;

/**
 * A public key of a profile.
 *
 * @param setting the key of the profile that brought it; of {@code app-private-key} this is its public half
 * @param bare Base64 of X.509 (SubjectPublicKeyInfo), as Alipay's console shows and takes it
 * @param serial of its certificate, as Alipay names it
 * @param ends when its certificate ends
 */
public record RingKey(String setting, String bare, Optional<String> serial, Optional<Instant> ends) {

    static RingKey of(String setting, PublicKey key) {
        return new RingKey(
                setting, Base64.getEncoder().encodeToString(key.getEncoded()), Optional.empty(), Optional.empty());
    }

    /** Verifies with this key; never, if it is none for this algorithm. */
    public Verifier verifier(SignType type, Charset charset) {
        try {
            return type == SignType.SM2
                    ? Sm2.verifier(bare, charset)
                    : new RsaVerifier(RsaKeys.publicKey(bare), type, charset);
        } catch (IllegalArgumentException | NoClassDefFoundError otherKind) {
            return (content, signature) -> false;
        }
    }

    /** The bits of an RSA key; 0 of any other. */
    public int bits() {
        try {
            return RsaKeys.publicKey(bare) instanceof RSAKey rsa
                    ? rsa.getModulus().bitLength()
                    : 0;
        } catch (IllegalArgumentException otherKind) {
            return 0;
        }
    }

    /** SHA-256 of the key's DER in lower-case hex. */
    public String fingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(Base64.getDecoder().decode(bare));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("This Java has no SHA-256: use a complete JDK or JRE", broken);
        }
    }

    /** Whether both are one key, wherever they come from. */
    public boolean isSame(RingKey other) {
        return bare.equals(other.bare);
    }

    @Override
    public String toString() {
        return "RingKey[" + setting + "]";
    }
}
