package org.paysign.signature;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A file of PEM certificates as Alipay's console gives them: a leaf, sometimes with its issuer behind it, or the roots.
 *
 * @see <a href="https://opendocs.alipay.com/common/02kkv7">Alipay: certificates</a>
 */
public final class CertificateFile {

    /** What the signature algorithms of RSA certificates begin with. */
    public static final String RSA = "1.2.840.113549.1.1";

    /** The signature algorithm of SM2 certificates. */
    public static final String SM2 = "1.2.156.10197.1.501";

    private static final Pattern BLOCK = Pattern.compile("-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----");

    private final List<byte[]> blocks;
    private final List<CertificateName> names;

    private CertificateFile(List<byte[]> blocks) {
        this.blocks = List.copyOf(blocks);
        this.names = blocks.stream().map(CertificateName::of).toList();
    }

    /**
     * Reads the certificates in their order.
     *
     * @throws IllegalArgumentException if there is none, or one is damaged; the message says what to do
     */
    public static CertificateFile of(String pem) {
        if (pem.contains("PRIVATE KEY")) {
            throw new IllegalArgumentException("the file holds a private key: give the certificate alone");
        }
        List<byte[]> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(pem);
        while (block.find()) {
            try {
                blocks.add(Base64.getDecoder().decode(block.group(1).replaceAll("\\s", "")));
            } catch (IllegalArgumentException notBase64) {
                throw new IllegalArgumentException("a certificate in it is damaged: download it again");
            }
        }
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("no PEM certificate: give the .crt file that Alipay's console gives");
        }
        return new CertificateFile(blocks);
    }

    /** The first certificate: what stands behind it is its issuer's. */
    public X509Certificate leaf() {
        return parse(blocks.get(0))
                .filter(certificate -> certificate.getPublicKey() instanceof RSAPublicKey)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the first certificate in it holds no RSA key: give the RSA2 certificates, not those for SM2"));
    }

    /** The serial Alipay knows the first certificate by: {@code app_cert_sn} or {@code alipay_cert_sn}. */
    public String serial() {
        return names.get(0).serial();
    }

    /**
     * The serials of a root file, {@code alipay_root_cert_sn}.
     *
     * @param algorithms the object identifier that signature algorithms must begin with, {@link #RSA} or {@link #SM2}
     */
    public String rootSerial(String algorithms) {
        String serials = names.stream()
                .filter(name -> name.algorithm().startsWith(algorithms))
                .map(CertificateName::serial)
                .collect(Collectors.joining("_"));
        if (serials.isEmpty()) {
            throw new IllegalArgumentException("no root certificate of this kind: give alipayRootCert.crt as it is");
        }
        return serials;
    }

    /**
     * Whether signatures and names lead from the first certificate, over those behind it, to one of the roots. Revocation
     * lists are not asked and basic constraints are not demanded: the issuers in Alipay's own downloads have none.
     */
    public boolean leadsTo(CertificateFile roots) {
        List<X509Certificate> anchors = roots.readable();
        List<X509Certificate> left = new ArrayList<>(readable());
        X509Certificate current = leaf();
        while (issuer(current, anchors).isEmpty()) {
            left.remove(current);
            Optional<X509Certificate> issuer = issuer(current, left);
            if (issuer.isEmpty()) {
                return false;
            }
            current = issuer.get();
        }
        return true;
    }

    private static Optional<X509Certificate> issuer(X509Certificate certificate, List<X509Certificate> among) {
        return among.stream()
                .filter(candidate -> isIssued(certificate, candidate))
                .findFirst();
    }

    private static boolean isIssued(X509Certificate certificate, X509Certificate issuer) {
        if (!certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
            return false;
        }
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException somebodyElses) {
            return false;
        }
    }

    /** The JDK knows no SM2 curve, so such roots are passed over. */
    private List<X509Certificate> readable() {
        return blocks.stream().flatMap(block -> parse(block).stream()).toList();
    }

    private static Optional<X509Certificate> parse(byte[] block) {
        try {
            return Optional.of((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(block)));
        } catch (CertificateException unreadable) {
            return Optional.empty();
        }
    }
}
