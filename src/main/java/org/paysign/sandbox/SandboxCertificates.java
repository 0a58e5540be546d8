package org.paysign.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The certificates of a sandbox merchant in certificate mode, beside its keys: {@code app-cert.crt},
 * {@code alipay-cert.crt} and the {@code alipay-root-cert.crt} that issued both.
 */
record SandboxCertificates(String appSerial, String alipaySerial, String rootSerial) {

    private static final String HOME = ",O=PaySign Sandbox,C=CN";

    /** Makes all three when one is missing; files that do not belong to the keys, or are too old, stop the start. */
    static SandboxCertificates of(SandboxKeys keys, Clock clock) {
        var directory = keys.directory();
        try {
            if (!Files.exists(root(directory)) || !Files.exists(alipay(directory)) || !Files.exists(app(directory))) {
                make(keys, clock.instant());
            }
            return read(keys, clock.instant());
        } catch (IOException e) {
            throw new UncheckedIOException("Certificates of the sandbox cannot be kept in " + directory, e);
        }
    }

    /** Removes before it writes: a crash in between leaves one missing, never a mixed set. */
    private static void make(SandboxKeys keys, Instant now) throws IOException {
        var directory = keys.directory();
        Files.deleteIfExists(root(directory));
        Files.deleteIfExists(alipay(directory));
        Files.deleteIfExists(app(directory));
        var issuer = Issuer.named("CN=PaySign Sandbox Root" + HOME, now);
        write(root(directory), issuer.root());
        write(
                alipay(directory),
                issuer.leaf("CN=Fake Alipay" + HOME, keys.alipay().getPublic()));
        write(
                app(directory),
                issuer.leaf("CN=" + directory.getFileName() + HOME, keys.app().getPublic()));
    }

    private static void write(Path file, byte[] der) throws IOException {
        new Pem(file, "CERTIFICATE").write(der, "rw-r--r--");
    }

    private static SandboxCertificates read(SandboxKeys keys, Instant now) throws IOException {
        var directory = keys.directory();
        var roots = Files.readString(root(directory), StandardCharsets.ISO_8859_1);
        var root = CertificateSerial.first(roots);
        var alipay = CertificateSerial.first(Files.readString(alipay(directory), StandardCharsets.ISO_8859_1))
                .filter(leaf -> leaf.getPublicKey().equals(keys.alipay().getPublic()));
        var app = CertificateSerial.first(Files.readString(app(directory), StandardCharsets.ISO_8859_1))
                .filter(leaf -> leaf.getPublicKey().equals(keys.app().getPublic()));
        if (root.isEmpty()
                || !alipay.filter(leaf -> issued(root.get(), leaf, now)).isPresent()
                || !app.filter(leaf -> issued(root.get(), leaf, now)).isPresent()) {
            throw new IllegalStateException("The three .crt files in " + directory
                    + " do not fit the keys beside them or are too old: delete all three to have new ones made");
        }
        return new SandboxCertificates(
                CertificateSerial.of(app.get()), CertificateSerial.of(alipay.get()), CertificateSerial.ofRoots(roots));
    }

    private static boolean issued(X509Certificate root, X509Certificate leaf, Instant now) {
        try {
            leaf.verify(root.getPublicKey());
            return !now.isBefore(leaf.getNotBefore().toInstant())
                    && !now.isAfter(leaf.getNotAfter().toInstant());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** What is wrong with the serials a request names. */
    Optional<Refusal> fault(Map<String, String> params) {
        return fault("app-cert-sn", params.get("app_cert_sn"), appSerial)
                .or(() -> fault("alipay-root-cert-sn", params.get("alipay_root_cert_sn"), rootSerial));
    }

    private static Optional<Refusal> fault(String what, @Nullable String said, String serial) {
        if (said == null || said.isBlank()) {
            return Optional.of(Refusal.missing(what));
        }
        return said.equals(serial) ? Optional.empty() : Optional.of(Refusal.invalid(what));
    }

    private static Path root(Path directory) {
        return directory.resolve("alipay-root-cert.crt");
    }

    private static Path alipay(Path directory) {
        return directory.resolve("alipay-cert.crt");
    }

    private static Path app(Path directory) {
        return directory.resolve("app-cert.crt");
    }
}
