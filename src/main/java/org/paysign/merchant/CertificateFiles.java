package org.paysign.merchant;

import java.nio.charset.Charset;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.paysign.merchant.Settings.Contents;
import org.paysign.signature.CertificateFile;
import org.paysign.signature.CertificateVerifier;
import org.paysign.signature.Rsa;
import org.paysign.signature.SignType;
import org.paysign.signature.Verifier;

/** The triple of certificates that stands in for Alipay's public key, read and held against each other. */
final class CertificateFiles {

    static final String APP = "app-cert";
    static final String ALIPAY = "alipay-cert";
    static final String ROOT = "alipay-root-cert";

    private final Settings settings;
    private final Rsa rsa;
    private final SignType type;
    private final Charset charset;
    private final Leaf app;
    private final List<Leaf> alipay;
    private final CertificateFile roots;

    CertificateFiles(Settings settings, Rsa rsa, SignType type, Charset charset) {
        this.settings = settings;
        this.rsa = rsa;
        this.type = type;
        this.charset = charset;
        app = settings.requiredFile(APP, file -> Leaf.of(APP, file));
        alipay = settings.requiredFiles(ALIPAY, file -> Leaf.of(ALIPAY, file));
        roots = settings.requiredFile(ROOT, file -> CertificateFile.of(file.text()));
    }

    /** A file and its first certificate. */
    private record Leaf(String setting, Contents contents, CertificateFile file, X509Certificate certificate) {

        static Leaf of(String setting, Contents contents) {
            CertificateFile file = CertificateFile.of(contents.text());
            return new Leaf(setting, contents, file, file.leaf());
        }

        Instant ends() {
            return certificate.getNotAfter().toInstant();
        }

        Instant begins() {
            return certificate.getNotBefore().toInstant();
        }
    }

    /** Refuses what is not, or no longer, good for use. */
    void check(Instant now) {
        leaves().forEach(leaf -> {
            if (now.isAfter(leaf.ends())) {
                throw settings.bad(
                        leaf.setting(), leaf.contents().path() + " has ended on " + leaf.ends() + ": " + renewal(leaf));
            }
            if (now.isBefore(leaf.begins())) {
                throw settings.bad(
                        leaf.setting(),
                        leaf.contents().path() + " begins on " + leaf.begins() + ": set this machine's clock, or wait");
            }
        });
        alipay.stream().filter(leaf -> !leaf.file().leadsTo(roots)).forEach(leaf -> {
            throw settings.bad(
                    ALIPAY,
                    leaf.contents().path() + " does not lead to " + ROOT
                            + ": download both from Alipay's console and keep every certificate they hold");
        });
    }

    private static String renewal(Leaf leaf) {
        return leaf.setting().equals(APP)
                ? "make a new application certificate in Alipay's console and put it there with its private key"
                : "download the present one from Alipay's console, and take this one out";
    }

    /** Verifies with the application's own certificate: what its private key signs, and nothing else. */
    Verifier app() {
        return verifier(app);
    }

    /** Verifies with Alipay's certificates. */
    Verifier alipay() {
        Map<String, Verifier> bySerial = new LinkedHashMap<>();
        alipay.forEach(leaf -> bySerial.put(leaf.file().serial(), verifier(leaf)));
        return new CertificateVerifier(bySerial);
    }

    /** The serials that tell Alipay which certificates are used. */
    Map<String, String> parameters() {
        try {
            return Map.of(
                    "app_cert_sn", app.file().serial(), "alipay_root_cert_sn", roots.rootSerial(CertificateFile.RSA));
        } catch (IllegalArgumentException noRoot) {
            throw settings.bad(ROOT, String.valueOf(noRoot.getMessage()));
        }
    }

    List<KeyExpiry> expiries(String merchant) {
        return leaves().map(leaf ->
                        new KeyExpiry(merchant, leaf.setting(), leaf.contents().path(), leaf.ends()))
                .toList();
    }

    private Stream<Leaf> leaves() {
        return Stream.concat(Stream.of(app), alipay.stream());
    }

    private Verifier verifier(Leaf leaf) {
        return rsa.verifier(leaf.certificate().getPublicKey(), type, charset);
    }
}
