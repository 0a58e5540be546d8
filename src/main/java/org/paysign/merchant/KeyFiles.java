package org.paysign.merchant;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermission;
import java.security.PrivateKey;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.paysign.signature.AnyVerifier;
import org.paysign.signature.ContentCipher;
import org.paysign.signature.Rsa;
import org.paysign.signature.RsaKeys;
import org.paysign.signature.SignType;
import org.paysign.signature.Signer;
import org.paysign.signature.Sm2;
import org.paysign.signature.Verifier;

/** The files of keys and certificates a profile names, read and held against each other. */
final class KeyFiles {

    private static final String APP_KEY = "app-private-key";
    private static final String ENCRYPT_KEY = "encrypt-key";
    private static final String ALIPAY_KEY = "alipay-public-key";
    /** Signed and verified to tell whose key is whose, whatever the algorithm. */
    private static final String PROBE = "paysign";

    private final Settings settings;
    private final Rsa rsa;
    private final SignType type;
    private final Charset charset;

    KeyFiles(Settings settings, Rsa rsa, SignType type, Charset charset) {
        this.settings = settings;
        this.rsa = rsa;
        this.type = type;
        this.charset = charset;
    }

    /** Alipay's side and the merchant's own. */
    record Read(Verifier alipay, Credentials credentials) {}

    Read read(String merchant, Instant now) {
        try {
            return check(merchant, now);
        } catch (NoClassDefFoundError missing) {
            throw settings.bad("sign-type", "SM2 needs Bouncy Castle: put the jar of bcprov-jdk18on into lib");
        }
    }

    private Read check(String merchant, Instant now) {
        Signer app = settings.requiredFile(APP_KEY, file -> signer(secret(APP_KEY, file)));
        Optional<CertificateFiles> certificates =
                byCertificate() ? Optional.of(new CertificateFiles(settings, rsa, type, charset)) : Optional.empty();
        certificates.ifPresent(files -> checkCertificates(files, app, now));
        Verifier alipay = certificates
                .map(CertificateFiles::alipay)
                .orElseGet(() -> new AnyVerifier(settings.requiredFiles(ALIPAY_KEY, file -> verifier(file.text()))));
        if (isPair(app, alipay)) {
            throw settings.bad(
                    certificates.isPresent() ? CertificateFiles.ALIPAY : ALIPAY_KEY,
                    "this is the app's own public key: paste the one Alipay shows (支付宝公钥)");
        }
        Map<String, String> parameters = new TreeMap<>();
        certificates.map(CertificateFiles::parameters).ifPresent(parameters::putAll);
        settings.optional("app-auth-token", KeyFiles::token, "give the token as Alipay gave it, without blanks")
                .ifPresent(token -> parameters.put("app_auth_token", token));
        Credentials credentials = new Credentials(
                Optional.of(app),
                parameters,
                settings.optionalFile(ENCRYPT_KEY, file -> ContentCipher.of(secret(ENCRYPT_KEY, file), charset)),
                certificates.map(files -> files.expiries(merchant)).orElse(List.of()));
        return new Read(alipay, credentials);
    }

    private void checkCertificates(CertificateFiles certificates, Signer app, Instant now) {
        certificates.check(now);
        if (!isPair(app, certificates.app())) {
            throw settings.bad(
                    CertificateFiles.APP,
                    "does not belong to app-private-key: give the certificate made for this key, or its key");
        }
    }

    private static boolean isPair(Signer signer, Verifier verifier) {
        return verifier.verify(PROBE, signer.sign(PROBE));
    }

    /** Which of the two ways the profile takes; both or none is refused. */
    private boolean byCertificate() {
        boolean certificate = Stream.of(CertificateFiles.APP, CertificateFiles.ALIPAY, CertificateFiles.ROOT)
                .anyMatch(settings::has);
        if (certificate && settings.has(ALIPAY_KEY)) {
            throw settings.bad(
                    ALIPAY_KEY,
                    "stands beside certificates: keep either it or app-cert, alipay-cert, alipay-root-cert");
        }
        if (!certificate && !settings.has(ALIPAY_KEY)) {
            throw settings.bad(
                    ALIPAY_KEY,
                    "is missing: give the path of a PEM or Base64 file, or app-cert, alipay-cert and alipay-root-cert");
        }
        if (certificate && type == SignType.SM2) {
            throw settings.bad("sign-type", "SM2 works with alipay-public-key only: take the certificates out");
        }
        return certificate;
    }

    /** The text of a file that must be none of everybody's business, where the file system knows such a thing. */
    private String secret(String key, Settings.Contents file) {
        try {
            if (Files.getPosixFilePermissions(file.path()).contains(PosixFilePermission.OTHERS_READ)) {
                throw settings.bad(key, "every user of this machine can read the file it names: chmod o-rwx that file");
            }
        } catch (IOException | UnsupportedOperationException noSuchThing) {
            return file.text();
        }
        return file.text();
    }

    private Signer signer(String text) {
        if (type == SignType.SM2) {
            return Sm2.signer(text, charset);
        }
        PrivateKey key = RsaKeys.privateKey(text);
        if (type == SignType.RSA2
                && key instanceof RSAKey sized
                && sized.getModulus().bitLength() < 2048) {
            throw new IllegalArgumentException("RSA2 needs a key of 2048 bits: make a new pair");
        }
        return rsa.signer(key, type, charset);
    }

    private Verifier verifier(String text) {
        return type == SignType.SM2
                ? Sm2.verifier(text, charset)
                : rsa.verifier(RsaKeys.publicKey(text), type, charset);
    }

    private static String token(String value) {
        if (!value.matches("[!-~]{1,128}")) {
            throw new IllegalArgumentException();
        }
        return value;
    }
}
