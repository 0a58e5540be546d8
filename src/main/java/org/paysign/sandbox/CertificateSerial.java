package org.paysign.sandbox;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Alipay's own serial of a certificate: MD5 over the issuer's name and the serial in decimal, in hex. */
final class CertificateSerial {

    private static final Pattern BLOCK = Pattern.compile("-----BEGIN CERTIFICATE-----([^-]*)-----END CERTIFICATE-----");
    private static final String RSA_SIGNED = "1.2.840.113549.1.1.";

    private CertificateSerial() {}

    static String of(X509Certificate certificate) {
        var text = certificate.getIssuerX500Principal().getName() + certificate.getSerialNumber();
        try {
            var digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no MD5", e);
        }
    }

    /** The serials of all roots of a file that RSA signed, joined by {@code _}; the others need other algorithms. */
    static String ofRoots(String pem) {
        return BLOCK.matcher(pem)
                .results()
                .flatMap(block -> read(block).stream())
                .filter(root -> root.getSigAlgOID().startsWith(RSA_SIGNED))
                .map(CertificateSerial::of)
                .collect(Collectors.joining("_"));
    }

    /** The first of a file, which is the owner's when its issuers stand behind it. */
    static Optional<X509Certificate> first(String pem) {
        return BLOCK.matcher(pem).results().findFirst().flatMap(CertificateSerial::read);
    }

    /** Empty for what the JDK cannot read, such as keys of SM2. */
    private static Optional<X509Certificate> read(MatchResult block) {
        try {
            var der = Base64.getMimeDecoder().decode(block.group(1));
            return Optional.of((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)));
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }
}
