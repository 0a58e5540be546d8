package org.paysign.sandbox;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import javax.security.auth.x500.X500Principal;

/**
 * A root that certifies keys, written with the JDK's public classes only (a JRE will do), see RFC 5280; its key pair
 * lives as long as this object.
 */
record Issuer(X500Principal name, KeyPair keys, Instant from) {

    private static final byte[] V3 = Der.hex("a003020102");
    private static final byte[] SHA256_WITH_RSA = Der.hex("300d06092a864886f70d01010b0500");

    /** basicConstraints, critical: one that may issue; and what its key may be used for: certificates and CRLs. */
    private static final byte[] OF_ROOT =
            extensions("300f0603551d130101ff040530030101ff", "300e0603551d0f0101ff040403020106");

    /** basicConstraints, critical: one that may not issue; and what its key may be used for: signatures. */
    private static final byte[] OF_LEAF =
            extensions("300c0603551d130101ff04023000", "300e0603551d0f0101ff040403020780");

    private static final int ROOT_YEARS = 10;
    private static final int LEAF_YEARS = 2;

    static Issuer named(String name, Instant now) {
        return new Issuer(new X500Principal(name), SandboxKeys.newPair(), now.truncatedTo(ChronoUnit.DAYS));
    }

    byte[] root() {
        return certificate(name, keys.getPublic(), ROOT_YEARS, OF_ROOT);
    }

    /** Valid for two years, as Alipay's are. */
    byte[] leaf(String subject, PublicKey key) {
        return certificate(new X500Principal(subject), key, LEAF_YEARS, OF_LEAF);
    }

    private byte[] certificate(X500Principal subject, PublicKey key, int years, byte[] extensions) {
        var until = from.atOffset(ZoneOffset.UTC).plusYears(years).toInstant();
        var content = Der.sequence(
                V3,
                Der.integer(new BigInteger(127, new SecureRandom()).add(BigInteger.ONE)),
                SHA256_WITH_RSA,
                name.getEncoded(),
                Der.sequence(Der.time(from), Der.time(until)),
                subject.getEncoded(),
                key.getEncoded(),
                extensions);
        return Der.sequence(content, SHA256_WITH_RSA, Der.bitString(signature(content)));
    }

    private byte[] signature(byte[] content) {
        try {
            var signer = Signature.getInstance("SHA256withRSA");
            signer.initSign(keys.getPrivate());
            signer.update(content);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot sign certificates", e);
        }
    }

    private static byte[] extensions(String first, String second) {
        return Der.tagged(0xa3, Der.sequence(Der.hex(first), Der.hex(second)));
    }

    @Override
    public String toString() {
        return "Issuer[" + name + "]";
    }
}
