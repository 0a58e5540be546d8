package org.paysign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.alipay.api.internal.util.AntCertificationUtil;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SandboxCertificatesTest {

    private final HandClock clock = new HandClock();
    private final Path data;
    private final SandboxKeys keys;

    SandboxCertificatesTest(@TempDir Path data) {
        this.data = data;
        this.keys = SandboxKeys.of(data, "demo-cert");
    }

    @Test
    void certifiesBothKeysUnderOneRoot() throws Exception {
        SandboxCertificates.of(keys, clock);

        var root = certificate("alipay-root-cert.crt");
        assertThat(root.getBasicConstraints()).isPositive();
        assertThat(certificate("app-cert.crt").getPublicKey())
                .isEqualTo(keys.app().getPublic());
        assertThat(certificate("alipay-cert.crt").getPublicKey())
                .isEqualTo(keys.alipay().getPublic());
        for (var name : List.of("app-cert.crt", "alipay-cert.crt", "alipay-root-cert.crt")) {
            var certificate = certificate(name);
            certificate.verify(root.getPublicKey());
            assertThat(certificate.getVersion()).isEqualTo(3);
            assertThat(certificate.getNotBefore()).isBeforeOrEqualTo(Date.from(Shop.NOW));
        }
        var app = certificate("app-cert.crt");
        assertThat(app.getBasicConstraints()).isEqualTo(-1);
        assertThat(app.getNotAfter()).isEqualTo("2028-11-22T00:00:00Z");
        var rules = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
        rules.setRevocationEnabled(false);
        rules.setDate(Date.from(Shop.NOW));
        var path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(app));
        assertThat(CertPathValidator.getInstance("PKIX").validate(path, rules)).isNotNull();
    }

    /** The official SDK reads the same files. */
    @Test
    void countsSerialsAsAlipaysSdkDoes() throws Exception {
        var certificates = SandboxCertificates.of(keys, clock);

        assertThat(certificates.appSerial()).isEqualTo(AntCertificationUtil.getCertSN(certificate("app-cert.crt")));
        assertThat(certificates.alipaySerial())
                .isEqualTo(AntCertificationUtil.getCertSN(certificate("alipay-cert.crt")));
        assertThat(certificates.rootSerial())
                .isEqualTo(AntCertificationUtil.getRootCertSN(text("alipay-root-cert.crt")));
        assertThat(AntCertificationUtil.isTrusted(text("alipay-cert.crt"), text("alipay-root-cert.crt")))
                .isTrue();
    }

    @Test
    void readsTheSameAtTheNextStart() {
        assertThat(SandboxCertificates.of(keys, clock)).isEqualTo(SandboxCertificates.of(keys, clock));
    }

    @ParameterizedTest
    @ValueSource(strings = {"app-cert.crt", "alipay-cert.crt", "alipay-root-cert.crt"})
    void makesAllAgainWhenOneIsMissing(String missing) throws IOException {
        var before = SandboxCertificates.of(keys, clock);
        Files.delete(keys.directory().resolve(missing));

        var after = SandboxCertificates.of(keys, clock);

        assertThat(after.appSerial()).isNotEqualTo(before.appSerial());
        assertThat(after).isEqualTo(SandboxCertificates.of(keys, clock));
    }

    @ParameterizedTest
    @ValueSource(strings = {"app-cert.crt", "alipay-cert.crt", "alipay-root-cert.crt"})
    void refusesFilesThatDoNotFit(String strange) throws IOException {
        SandboxCertificates.of(keys, clock);
        var other = SandboxKeys.of(data, "other");
        SandboxCertificates.of(other, clock);
        Files.writeString(
                keys.directory().resolve(strange),
                Files.readString(other.directory().resolve(strange)));

        assertThatThrownBy(() -> SandboxCertificates.of(keys, clock))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("delete all three");
    }

    @Test
    void refusesWhatIsTooOld() {
        SandboxCertificates.of(keys, clock);
        clock.move(Duration.ofDays(731));

        assertThatThrownBy(() -> SandboxCertificates.of(keys, clock)).hasMessageContaining("too old");
    }

    private String text(String file) throws IOException {
        return Files.readString(keys.directory().resolve(file));
    }

    private X509Certificate certificate(String file) throws Exception {
        try (var in = Files.newInputStream(keys.directory().resolve(file))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }
}
