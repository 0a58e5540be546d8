package org.paysign.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.paysign.signature.CertificateFile;
import org.paysign.signature.SignedResponse.Proven;
import org.paysign.signature.SignedResponse.Unproven;
import org.paysign.support.CertificateForge;
import org.paysign.support.ClassLog;

class CertificateProfileTest {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Instant NEXT_YEAR = NOW.plus(Duration.ofDays(365));
    private static final CertificateForge ROOT = CertificateForge.root("Ant R1", NOW);
    private static final CertificateForge CLASS_2 = ROOT.issue("Ant Class 2", NEXT_YEAR);
    private static final CertificateForge APP = CLASS_2.issue("App", ProfileFolder.APP.keys(), NEXT_YEAR);
    private static final CertificateForge ALIPAY = CLASS_2.issue("Alipay", ProfileFolder.ALIPAY.keys(), NEXT_YEAR);

    private final Path folder;
    private final ProfileFolder profile;

    CertificateProfileTest(@TempDir Path folder) {
        this.folder = folder;
        profile = ProfileFolder.valid(folder)
                .without("alipay-public-key")
                .withFile("app-cert", APP.pem())
                .withFile("alipay-cert", ALIPAY.pem() + CLASS_2.pem())
                .withFile("alipay-root-cert", ROOT.pem());
    }

    @Test
    void tellsAlipayWhichCertificatesItUses() {
        Map<String, String> parameters = profile.demo(CLOCK).parameters("m", NOW, "{}");
        assertThat(parameters)
                .containsEntry("app_cert_sn", CertificateFile.of(APP.pem()).serial())
                .containsEntry(
                        "alipay_root_cert_sn", CertificateFile.of(ROOT.pem()).rootSerial(CertificateFile.RSA));
    }

    @Test
    void believesWhatItsCertificateSigned() {
        Merchant demo = profile.demo(CLOCK);
        String serial = CertificateFile.of(ALIPAY.pem()).serial();
        assertThat(demo.read(answer(ALIPAY, serial), "r")).isInstanceOf(Proven.class);
        assertThat(demo.read(answer(ALIPAY, "0123456789abcdef0123456789abcdef"), "r"))
                .isEqualTo(new Unproven("other_certificate"));
    }

    @Test
    void takesTwoCertificatesOfAlipay() {
        CertificateForge coming = CLASS_2.issue("Alipay", NEXT_YEAR);
        profile.with(
                "alipay-cert",
                profile.file("old", ALIPAY.pem() + CLASS_2.pem()) + ", "
                        + profile.file("new", coming.pem() + CLASS_2.pem()));
        Merchant demo = profile.demo(CLOCK);
        assertThat(demo.read(answer(ALIPAY, CertificateFile.of(ALIPAY.pem()).serial()), "r"))
                .isInstanceOf(Proven.class);
        assertThat(demo.read(answer(coming, CertificateFile.of(coming.pem()).serial()), "r"))
                .isInstanceOf(Proven.class);
        assertThat(demo.expiries())
                .extracting(KeyExpiry::setting)
                .containsExactly("app-cert", "alipay-cert", "alipay-cert");
    }

    @Test
    void keepsWhenItsCertificatesEnd() {
        assertThat(profile.demo(CLOCK).expiries())
                .containsExactly(
                        new KeyExpiry("demo", "app-cert", folder.resolve("app-cert.txt"), NEXT_YEAR),
                        new KeyExpiry("demo", "alipay-cert", folder.resolve("alipay-cert.txt"), NEXT_YEAR));
    }

    @ParameterizedTest
    @CsvSource({"31, ''", "29, WARN", "6, ERROR"})
    void warnsAtTheStartOfWhatEndsSoon(int days, String level) {
        try (ClassLog log = new ClassLog(KeyWatch.class)) {
            profile.withFile("app-cert", ends(ProfileFolder.APP, days)).demo(CLOCK);
            assertThat(log.lines()).hasSize(level.isEmpty() ? 0 : 1);
            assertThat(log.lines()).allSatisfy(line -> assertThat(line)
                    .startsWith(level + " The certificate " + folder.resolve("app-cert.txt")
                            + " (app-cert of merchant demo) ends on ")
                    .contains("make a new application certificate")
                    .endsWith("then call reloadMerchants."));
        }
    }

    @Test
    void watchesWhatEndsWhileItRuns() {
        MerchantDirectory merchants = profile.load(CLOCK);
        try (ClassLog log = new ClassLog(KeyWatch.class)) {
            new KeyWatch(merchants, CLOCK).watch();
            assertThat(log.lines()).isEmpty();
            new KeyWatch(merchants, Clock.offset(CLOCK, Duration.ofDays(366))).watch();
            assertThat(log.lines()).hasSize(2).allSatisfy(line -> assertThat(line)
                    .startsWith("ERROR ")
                    .contains("has ended on 2027-11-22T02:00:00Z"));
            assertThat(log.lines().get(1)).contains("download Alipay's new certificate");
        }
    }

    static Stream<Arguments> refusals() {
        CertificateForge stranger = CertificateForge.root("Ant R1", NOW);
        return Stream.of(
                refusal(
                        "both ways",
                        "alipay-public-key",
                        "stands beside certificates: keep either",
                        profile -> profile.withFile("alipay-public-key", ProfileFolder.ALIPAY.publicKey())),
                refusal(
                        "no way",
                        "alipay-public-key",
                        "is missing: give the path of a PEM or Base64 file, or app-cert",
                        profile -> profile.without("app-cert")
                                .without("alipay-cert")
                                .without("alipay-root-cert")),
                refusal("no app-cert", "app-cert", "is missing: give the path", profile -> profile.without("app-cert")),
                refusal(
                        "no alipay-cert",
                        "alipay-cert",
                        "is missing: give the path",
                        profile -> profile.without("alipay-cert")),
                refusal(
                        "no root",
                        "alipay-root-cert",
                        "is missing: give the path",
                        profile -> profile.without("alipay-root-cert")),
                refusal(
                        "a key as app-cert",
                        "app-cert",
                        "no PEM certificate: give the .crt file",
                        profile -> profile.withFile("app-cert", ProfileFolder.APP.publicKey())),
                refusal(
                        "a root file without roots",
                        "alipay-root-cert",
                        "no PEM certificate",
                        profile -> profile.withFile("alipay-root-cert", "nothing")),
                refusal(
                        "another app",
                        "app-cert",
                        "does not belong to app-private-key",
                        profile -> profile.withFile(
                                "app-cert", CLASS_2.issue("App", NEXT_YEAR).pem())),
                refusal(
                        "the app's as Alipay's",
                        "alipay-cert",
                        "this is the app's own public key",
                        profile -> profile.withFile("alipay-cert", APP.pem() + CLASS_2.pem())),
                refusal(
                        "no issuer",
                        "alipay-cert",
                        "does not lead to alipay-root-cert: download both",
                        profile -> profile.withFile("alipay-cert", ALIPAY.pem())),
                refusal(
                        "another root",
                        "alipay-cert",
                        "does not lead to alipay-root-cert",
                        profile -> profile.withFile("alipay-root-cert", stranger.pem())),
                refusal(
                        "app-cert ended",
                        "app-cert",
                        "app-cert.txt has ended on 2026-11-21T02:00:00Z: make a new",
                        profile -> profile.withFile("app-cert", ends(ProfileFolder.APP, -1))),
                refusal(
                        "alipay-cert ended",
                        "alipay-cert",
                        "alipay-cert.txt has ended on 2026-11-21T02:00:00Z: download",
                        profile -> profile.withFile("alipay-cert", ends(ProfileFolder.ALIPAY, -1) + CLASS_2.pem())),
                refusal(
                        "not begun",
                        "app-cert",
                        "app-cert.txt begins on ",
                        profile -> profile.withFile("app-cert", ends(ProfileFolder.APP, 20_000))),
                refusal(
                        "three",
                        "alipay-cert",
                        "names more than two files: keep the present",
                        profile -> profile.with("alipay-cert", "a,b,c")),
                refusal(
                        "no second",
                        "alipay-cert",
                        "cannot read the file it names: give its path",
                        profile -> profile.with("alipay-cert", profile.file("old", ALIPAY.pem()) + ",")),
                refusal("SM2", "sign-type", "SM2 works with alipay-public-key only", profile -> profile.with(
                                "sign-type", "SM2")
                        .withFile("app-private-key", org.paysign.signature.Sm2Test.privateKey())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void refusesTheStart(String what, String key, String advice, UnaryOperator<ProfileFolder> broken) {
        assertThat(what).isNotEmpty();
        ProfileFolder wrong = broken.apply(profile);
        assertThatThrownBy(() -> wrong.load(CLOCK))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(folder.resolve("demo.properties") + ": " + key + ": ")
                .hasMessageContaining(advice);
    }

    private static Arguments refusal(String what, String key, String advice, UnaryOperator<ProfileFolder> broken) {
        return Arguments.of(what, key, advice, broken);
    }

    private static String ends(CertificateForge keys, int days) {
        return CLASS_2.issue(keys.name(), keys.keys(), NOW.plus(Duration.ofDays(days)))
                .pem();
    }

    private static String answer(CertificateForge alipay, String serial) {
        String node = "{\"code\":\"10000\"}";
        return "{\"r\":" + node + ",\"alipay_cert_sn\":\"" + serial + "\",\"sign\":\"" + alipay.sign(node) + "\"}";
    }
}
