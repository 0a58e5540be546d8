package org.paysign.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paysign.support.CertificateForge;
import org.paysign.support.PublicVectors;

class CertificateFileTest {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofDays(700));
    private static final CertificateForge ROOT = CertificateForge.root("Root", NOW);
    private static final CertificateForge CLASS_2 = ROOT.issue("Class 2", LATER);
    private static final CertificateForge LEAF = CLASS_2.issue("Alipay", LATER);

    @Test
    void countsSerialsAsAlipayDoes() throws Exception {
        JsonNode vectors = PublicVectors.utf8("cert_sn.json");
        assertThat(vectors).hasSize(10).allSatisfy(vector -> {
            CertificateFile file =
                    CertificateFile.of(PublicVectors.text(vector.path("cert").asText()));
            if (vector.path("kind").asText().equals("cert_sn")) {
                assertThat(file.serial()).isEqualTo(vector.path("expect").asText());
            } else {
                assertThat(file.rootSerial(CertificateFile.RSA))
                        .isEqualTo(vector.path("expect_rsa").asText());
                assertThat(file.rootSerial(CertificateFile.SM2))
                        .isEqualTo(vector.path("expect_sm2").asText());
            }
        });
    }

    @Test
    void findsAnIssuerAmongAlipaysRootsAlthoughTheJdkKnowsNoSm2() throws Exception {
        String roots = PublicVectors.text("certs/alipayRootCert.crt");
        String ant = roots.split("(?=-----BEGIN)", -1)[1];
        assertThat(CertificateFile.of(ant).leadsTo(CertificateFile.of(roots))).isTrue();
        String elliptic = roots.split("(?=-----BEGIN)", -1)[2];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CertificateFile.of(elliptic).leaf());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CertificateFile.of(roots).leaf())
                .withMessageContaining("give the RSA2 certificates, not those for SM2");
    }

    @Test
    void leadsOverIssuersWithoutBasicConstraints() throws Exception {
        String sandbox = PublicVectors.text("certs/yansongda-alipayPublicCert.crt");
        String issuer = sandbox.split("(?=-----BEGIN)", -1)[1];
        assertThat(CertificateFile.of(sandbox).leadsTo(CertificateFile.of(issuer)))
                .isTrue();
    }

    @Test
    void leadsOverTheIssuerInTheSameFile() {
        assertThat(CertificateFile.of(LEAF.pem() + CLASS_2.pem()).leadsTo(CertificateFile.of(ROOT.pem())))
                .isTrue();
        assertThat(CertificateFile.of(CLASS_2.pem()).leadsTo(CertificateFile.of(ROOT.pem())))
                .isTrue();
    }

    @Test
    void leadsNowhereWithoutTheIssuer() {
        assertThat(CertificateFile.of(LEAF.pem()).leadsTo(CertificateFile.of(ROOT.pem())))
                .isFalse();
    }

    @Test
    void isNotMisledByNames() {
        CertificateForge stranger = CertificateForge.root("Root", NOW);
        assertThat(CertificateFile.of(LEAF.pem() + CLASS_2.pem()).leadsTo(CertificateFile.of(stranger.pem())))
                .isFalse();
        CertificateForge self = CertificateForge.root("Alipay", NOW);
        assertThat(CertificateFile.of(self.pem()).leadsTo(CertificateFile.of(ROOT.pem())))
                .isFalse();
    }

    @Test
    void countsOnlyTheFirstOfALeafFile() {
        assertThat(CertificateFile.of(LEAF.pem() + CLASS_2.pem()).serial())
                .isEqualTo(CertificateFile.of(LEAF.pem()).serial())
                .matches("[0-9a-f]{32}");
    }

    @Test
    void joinsTheSerialsOfRoots() {
        CertificateForge second = CertificateForge.root("Second", NOW);
        assertThat(CertificateFile.of(ROOT.pem() + second.pem()).rootSerial(CertificateFile.RSA))
                .isEqualTo(CertificateFile.of(ROOT.pem()).serial() + "_"
                        + CertificateFile.of(second.pem()).serial());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CertificateFile.of(ROOT.pem()).rootSerial(CertificateFile.SM2))
                .withMessageContaining("give alipayRootCert.crt as it is");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MIIC", "-----BEGIN CERTIFICATE----------END CERTIFICATE-----"})
    void refusesWhatIsNoCertificate(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CertificateFile.of(text))
                .withMessageContaining("no PEM certificate");
    }

    @Test
    void refusesAPrivateKeyWithoutShowingIt() {
        String pem = LEAF.pem() + "-----BEGIN PRIVATE KEY-----\nCANARY\n-----END PRIVATE KEY-----";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CertificateFile.of(pem))
                .withMessageContaining("private key")
                .withMessageNotContaining("CANARY");
    }

    @Test
    void refusesEveryCutOfACertificate() {
        byte[] whole = Base64.getMimeDecoder().decode(LEAF.pem().replaceAll("-----[A-Z ]+-----", ""));
        for (int length = 1; length < 120; length++) {
            String cut = pem(java.util.Arrays.copyOf(whole, length));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CertificateFile.of(cut))
                    .withMessage("a certificate in it is damaged: download it again");
        }
    }

    @Test
    void survivesAnyByteThatIsChanged() {
        byte[] whole = Base64.getMimeDecoder().decode(LEAF.pem().replaceAll("-----[A-Z ]+-----", ""));
        for (int at = 0; at < 200; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= (byte) 0x81;
            try {
                assertThat(CertificateFile.of(pem(changed)).serial()).matches("[0-9a-f]{32}");
            } catch (IllegalArgumentException refused) {
                assertThat(refused).hasMessage("a certificate in it is damaged: download it again");
            }
        }
    }

    private static String pem(byte[] der) {
        return "-----BEGIN CERTIFICATE-----\n" + Base64.getEncoder().encodeToString(der)
                + "\n-----END CERTIFICATE-----\n";
    }
}
