package org.paysign.signature;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;

/** A text that is signed and verified to tell whether a library does as this Java does. */
final class Probe {

    /** Two primes that anybody may know: what they sign is compared and thrown away. */
    private static final BigInteger P = new BigInteger(
            "f0dfa8a6d059908f65f6b577a32cc542b6b2a5cfcce989dc4a2b1898573a6cfbfbc94ca6649729f2256d069d1c3e58c2"
                    + "d002856b4ad33d46c887ac59fa3f879289aaba15616acd8d324773c380d31e9f972de1e5a6cfb6cc7d02789ecaa1d260"
                    + "cc7961464db6c80ac36fc915f1b07365859a4db418e084936f0657028e893f9f",
            16);

    private static final BigInteger Q = new BigInteger(
            "f517d079708821234ae9d40b9d381583d60c5fe84649f52a494f6504b4c04d22539ca59631fd0d71f246e8cb2ae35107"
                    + "163433ee306a3d866c7cd23a0d1d5dfd26574081f1bb37f7150e1851a8226d8f3ebdf7c61ccbfbcb054db93037aa3bbc"
                    + "554ffefe0879f43a546cd46a595b327bfda2e41d5430fe3cc77949935cc01447",
            16);

    private static final BigInteger E = RSAKeyGenParameterSpec.F4;

    private final Provider provider;
    private final SignType type;

    private Probe(Provider provider, SignType type) {
        this.provider = provider;
        this.type = type;
    }

    /** Whether a provider makes the JDK's bytes, takes them and refuses others. */
    static boolean isAsTheJdks(Provider provider) throws GeneralSecurityException {
        return new Probe(provider, SignType.RSA).passes() && new Probe(provider, SignType.RSA2).passes();
    }

    private boolean passes() throws GeneralSecurityException {
        KeyFactory jdk = KeyFactory.getInstance("RSA");
        PublicKey open = jdk.generatePublic(new RSAPublicKeySpec(P.multiply(Q), E));
        PublicKey own = (PublicKey) Rsa.translated(open, provider);
        byte[] text = "paysign".getBytes(StandardCharsets.US_ASCII);
        byte[] signature = sign((PrivateKey) Rsa.translated(secret(jdk), provider), text);
        // Of a text there is one signature that the JDK takes: these are the bytes that it would have made.
        if (!verifies(Signature.getInstance(type.algorithm()), open, text, signature)
                || !verifies(Signature.getInstance(type.algorithm(), provider), own, text, signature)) {
            return false;
        }
        text[0]++;
        return !verifies(Signature.getInstance(type.algorithm(), provider), own, text, signature);
    }

    private static PrivateKey secret(KeyFactory jdk) throws GeneralSecurityException {
        BigInteger lessP = P.subtract(BigInteger.ONE);
        BigInteger lessQ = Q.subtract(BigInteger.ONE);
        BigInteger d = E.modInverse(lessP.multiply(lessQ));
        return jdk.generatePrivate(
                new RSAPrivateCrtKeySpec(P.multiply(Q), E, d, P, Q, d.mod(lessP), d.mod(lessQ), Q.modInverse(P)));
    }

    private byte[] sign(PrivateKey key, byte[] text) throws GeneralSecurityException {
        Signature rsa = Signature.getInstance(type.algorithm(), provider);
        rsa.initSign(key);
        rsa.update(text);
        return rsa.sign();
    }

    private static boolean verifies(Signature rsa, PublicKey key, byte[] text, byte[] signature)
            throws GeneralSecurityException {
        rsa.initVerify(key);
        rsa.update(text);
        return rsa.verify(signature);
    }
}
