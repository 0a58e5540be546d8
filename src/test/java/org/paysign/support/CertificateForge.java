package org.paysign.support;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;

/** An authority that makes certificates for tests: RSA of 2048 bits, SHA-256, without extensions, as Alipay's are. */
public record CertificateForge(String name, KeyPair keys, String pem) {

    private static final AtomicLong NUMBERS = new AtomicLong(7_000_000_000_000_000_000L);
    private static final AlgorithmIdentifier SHA256_RSA =
            new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);

    /** A root that signs itself. */
    public static CertificateForge root(String name, Instant now) {
        KeyPair keys = newPair();
        String pem = make(name, keys, name, keys, now.plus(Duration.ofDays(9000)));
        return new CertificateForge(name, keys, pem);
    }

    /** A certificate of this authority for new keys, which may itself issue others. */
    public CertificateForge issue(String subject, Instant ends) {
        return issue(subject, newPair(), ends);
    }

    public CertificateForge issue(String subject, KeyPair theirs, Instant ends) {
        return new CertificateForge(subject, theirs, make(name, keys, subject, theirs, ends));
    }

    /** The private key in PKCS#8. */
    public String privateKey() {
        return Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded());
    }

    public String publicKey() {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    /** Signs in Alipay's stead. */
    public String sign(String content) {
        try {
            Signature rsa = Signature.getInstance("SHA256withRSA");
            rsa.initSign(keys.getPrivate());
            rsa.update(content.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(rsa.sign());
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    public static KeyPair newPair() {
        try {
            KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
            rsa.initialize(2048);
            return rsa.generateKeyPair();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String make(String issuer, KeyPair issuing, String subject, KeyPair theirs, Instant ends) {
        try {
            V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
            generator.setSerialNumber(new ASN1Integer(BigInteger.valueOf(NUMBERS.incrementAndGet())));
            generator.setSignature(SHA256_RSA);
            generator.setIssuer(new X500Name("C=CN,O=" + issuer + ",CN=" + issuer));
            generator.setSubject(new X500Name("C=CN,O=" + subject + ",CN=" + subject));
            generator.setStartDate(new Time(Date.from(ends.minus(Duration.ofDays(9999)))));
            generator.setEndDate(new Time(Date.from(ends)));
            generator.setSubjectPublicKeyInfo(
                    SubjectPublicKeyInfo.getInstance(theirs.getPublic().getEncoded()));
            TBSCertificate content = generator.generateTBSCertificate();
            Signature rsa = Signature.getInstance("SHA256withRSA");
            rsa.initSign(issuing.getPrivate());
            rsa.update(content.getEncoded("DER"));
            byte[] der = new DERSequence(
                            new org.bouncycastle.asn1.ASN1Encodable[] {content, SHA256_RSA, new DERBitString(rsa.sign())
                            })
                    .getEncoded("DER");
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder().encodeToString(der)
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException | java.io.IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
