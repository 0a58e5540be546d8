package org.paysign.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paysign.signature.SignedResponse.Proven;
import org.paysign.signature.SignedResponse.Unproven;
import org.paysign.support.CertificateForge;

/** Answers that name the certificate they were signed with, and encrypted ones. */
class NamedCertificateTest {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final CertificateForge ROOT = CertificateForge.root("Root", NOW);
    private static final CertificateForge OLD = ROOT.issue("Alipay", NOW.plus(Duration.ofDays(9)));
    private static final CertificateForge NEW = ROOT.issue("Alipay", NOW.plus(Duration.ofDays(900)));
    private static final Verifier CERTIFICATES =
            new CertificateVerifier(Map.of(serial(OLD), verifier(OLD), serial(NEW), verifier(NEW)));
    private static final String NODE = "{\"code\":\"10000\",\"url\":\"a\\/b\"}";

    @Test
    void believesEitherOfTwoCertificates() {
        assertThat(read(signedBy(OLD, serial(OLD)))).isInstanceOf(Proven.class);
        assertThat(read(signedBy(NEW, serial(NEW)))).isInstanceOf(Proven.class);
    }

    @Test
    void believesATextThatNamesNone() {
        String text = "{\"r\":" + NODE + ",\"sign\":\"" + NEW.sign(NODE) + "\"}";
        assertThat(read(text)).isInstanceOf(Proven.class);
    }

    @Test
    void saysThatAnotherCertificateIsNamed() {
        CertificateForge rotated = ROOT.issue("Alipay", NOW);
        assertThat(read(signedBy(rotated, serial(rotated)))).isEqualTo(new Unproven("other_certificate"));
        assertThat(read(signedBy(NEW, serial(rotated)))).isEqualTo(new Unproven("other_certificate"));
    }

    @Test
    void holdsATextAgainstTheCertificateItNamesAlone() {
        assertThat(read(signedBy(NEW, serial(OLD)))).isEqualTo(new Unproven("wrong_signature"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "1", "{}", "\"\""})
    void believesNothingWithAStrangeName(String name) {
        String text = "{\"r\":" + NODE + ",\"alipay_cert_sn\":" + name + ",\"sign\":\"" + NEW.sign(NODE) + "\"}";
        assertThat(read(text)).isEqualTo(new Unproven("other_certificate"));
    }

    @Test
    void knowsNoCertificatesWithBareKeys() {
        Verifier keys = new AnyVerifier(List.of(verifier(OLD), verifier(NEW)));
        assertThat(SignedResponse.read(signedBy(NEW, "whatever"), "r", keys)).isInstanceOf(Proven.class);
        assertThat(SignedResponse.read(signedBy(OLD, "whatever"), "r", keys)).isInstanceOf(Proven.class);
        assertThat(SignedResponse.read(signedBy(ROOT, "whatever"), "r", keys))
                .isEqualTo(new Unproven("wrong_signature"));
    }

    @Test
    void decryptsANodeAfterItsQuotesWereVerified() {
        ContentCipher cipher = ContentCipher.of("aa4BtZ4tspm2wnXLb1ThQA==", StandardCharsets.UTF_8);
        String quoted = "\"" + cipher.encrypt(NODE).replace("/", "\\/") + "\"";
        String text = "{\"r\":" + quoted + ",\"sign\":\"" + NEW.sign(quoted) + "\"}";

        assertThat(SignedResponse.read(text, "r", CERTIFICATES, cipher))
                .isInstanceOfSatisfying(
                        Proven.class, proven -> assertThat(proven.text("url")).isEqualTo("a/b"));
        assertThat(read(text)).isEqualTo(new Unproven("node_not_an_object"));

        ContentCipher other = ContentCipher.of("vEARwBsVE8dBrk0tiaNQtQ==", StandardCharsets.UTF_8);
        assertThat(SignedResponse.read(text, "r", CERTIFICATES, other)).isInstanceOf(Unproven.class);
        String bare = cipher.encrypt(NODE);
        String signedWithoutQuotes = "{\"r\":\"" + bare + "\",\"sign\":\"" + NEW.sign(bare) + "\"}";
        assertThat(SignedResponse.read(signedWithoutQuotes, "r", CERTIFICATES, cipher))
                .isEqualTo(new Unproven("wrong_signature"));
    }

    @Test
    void readsAPlainNodeAlthoughItCouldDecrypt() {
        ContentCipher cipher = ContentCipher.of("aa4BtZ4tspm2wnXLb1ThQA==", StandardCharsets.UTF_8);
        assertThat(SignedResponse.read(signedBy(NEW, serial(NEW)), "r", CERTIFICATES, cipher))
                .isInstanceOf(Proven.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"????\"", "\"QUJD\"", "\"QUJDREVGR0hJSktMTU5PUA==\""})
    void believesNothingThatCannotBeDecrypted(String node) {
        ContentCipher cipher = ContentCipher.of("aa4BtZ4tspm2wnXLb1ThQA==", StandardCharsets.UTF_8);
        String text = "{\"r\":" + node + ",\"sign\":\"" + NEW.sign(node) + "\"}";
        assertThat(SignedResponse.read(text, "r", CERTIFICATES, cipher)).isInstanceOf(Unproven.class);
    }

    private static SignedResponse read(String text) {
        return SignedResponse.read(text, "r", CERTIFICATES);
    }

    private static String signedBy(CertificateForge alipay, String named) {
        return "{\"r\":" + NODE + ",\"alipay_cert_sn\":\"" + named + "\",\"sign\":\"" + alipay.sign(NODE) + "\"}";
    }

    private static String serial(CertificateForge certificate) {
        return CertificateFile.of(certificate.pem()).serial();
    }

    private static Verifier verifier(CertificateForge certificate) {
        return new RsaVerifier(
                CertificateFile.of(certificate.pem()).leaf().getPublicKey(), SignType.RSA2, StandardCharsets.UTF_8);
    }
}
