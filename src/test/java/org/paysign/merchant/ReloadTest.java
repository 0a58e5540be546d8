package org.paysign.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paysign.signature.RsaVerifier;
import org.paysign.signature.SignType;
import org.paysign.signature.Verifier;
import org.paysign.support.CertificateForge;

class ReloadTest {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final CertificateForge OTHER = new CertificateForge("App", CertificateForge.newPair(), "");
    private static final String FIRST_APP = "2021000000000001";
    private static final String SECOND_APP = "2021000000000002";
    private static final Map<String, Verifier> APPS =
            Map.of(FIRST_APP, verifier(ProfileFolder.APP), SECOND_APP, verifier(OTHER));

    private final Path folder;

    ReloadTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void takesNewMerchantsAndDropsOldOnes() throws Exception {
        ProfileFolder profile = ProfileFolder.valid(folder);
        MerchantDirectory merchants = profile.load(CLOCK);
        profile.write("second");
        assertThat(merchants.reload()).isEqualTo(new Reloaded(true, "In force: demo, second."));
        assertThat(merchants.find("")).isEmpty();

        Files.delete(folder.resolve("demo.properties"));
        assertThat(merchants.reload()).isEqualTo(new Reloaded(true, "In force: second; no longer: demo."));
        assertThat(merchants.find("demo")).isEmpty();
        assertThat(merchants.find("")).isPresent();
    }

    @Test
    void keepsEverythingWhenOneFileIsBroken() {
        ProfileFolder profile = ProfileFolder.valid(folder);
        MerchantDirectory merchants = profile.load(CLOCK);
        Merchant before = merchants.get("demo");
        profile.with("app-id", SECOND_APP).write("demo");
        profile.with("charset", "CANARY").write("zeta");

        Reloaded reloaded = merchants.reload();

        assertThat(reloaded.done()).isFalse();
        assertThat(reloaded.sentence())
                .isEqualTo("Nothing is changed, all merchants stay as they were: " + folder.resolve("zeta.properties")
                        + ": charset: give UTF-8 or GBK");
        assertThat(merchants.all()).containsExactly(before);
        assertThat(merchants.get("demo").appId()).isEqualTo(FIRST_APP);
    }

    @Test
    void keepsEverythingWhenTheFolderIsEmptyOrGone() throws Exception {
        Path nested = Files.createDirectory(folder.resolve("merchants"));
        MerchantDirectory merchants = ProfileFolder.valid(nested).load(CLOCK);
        Files.delete(nested.resolve("demo.properties"));
        assertThat(merchants.reload().sentence()).contains("No merchant in " + nested);
        try (var left = Files.list(nested)) {
            for (Path file : left.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(nested);
        assertThat(merchants.reload().sentence()).contains("set paysign.merchants.dir");
        assertThat(merchants.find("demo")).isPresent();
    }

    @Test
    void refusesACertificateThatEndedMeanwhile() {
        CertificateForge root = CertificateForge.root("Root", NOW);
        Instant soon = NOW.plusSeconds(60);
        ProfileFolder profile = ProfileFolder.valid(folder)
                .without("alipay-public-key")
                .withFile(
                        "app-cert",
                        root.issue("App", ProfileFolder.APP.keys(), soon).pem())
                .withFile("alipay-cert", root.issue("Alipay", soon).pem())
                .withFile("alipay-root-cert", root.pem());
        List<Instant> time = new ArrayList<>(List.of(NOW));
        MerchantDirectory merchants = profile.load(new Settable(time));
        time.set(0, soon.plusSeconds(1));
        assertThat(merchants.reload().done()).isFalse();
        assertThat(merchants.find("demo")).isPresent();
    }

    @Test
    void signsAStartedRequestWithTheKeyItStartedWith() {
        ProfileFolder profile = ProfileFolder.valid(folder);
        MerchantDirectory merchants = profile.load(CLOCK);
        Merchant started = merchants.get("demo");
        profile.with("app-id", SECOND_APP)
                .with(
                        "app-private-key",
                        profile.file("other", OTHER.privateKey()).toString())
                .write("demo");
        assertThat(merchants.reload().done()).isTrue();

        assertThat(verifies(merchants, started)).isTrue();
        assertThat(started.appId()).isEqualTo(FIRST_APP);
        Merchant next = merchants.get("demo");
        assertThat(verifies(merchants, next)).isTrue();
        assertThat(next.appId()).isEqualTo(SECOND_APP);

        profile.write("only");
        folder.resolve("demo.properties").toFile().delete();
        merchants.reload();
        assertThat(verifies(merchants, started)).isTrue();
    }

    @Test
    void neverMixesKeysWhileItReloads() throws Exception {
        ProfileFolder first = ProfileFolder.valid(folder);
        ProfileFolder second = ProfileFolder.valid(folder)
                .with("app-id", SECOND_APP)
                .with("app-private-key", first.file("other", OTHER.privateKey()).toString());
        MerchantDirectory merchants = first.load(CLOCK);
        AtomicBoolean goesOn = new AtomicBoolean(true);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<int[]>> signing = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            signing.add(threads.submit(() -> {
                int[] signed = new int[2];
                while (goesOn.get()) {
                    Merchant demo = merchants.get("demo");
                    assertThat(verifies(merchants, demo)).isTrue();
                    signed[demo.appId().equals(FIRST_APP) ? 0 : 1]++;
                }
                return signed;
            }));
        }
        for (int i = 0; i < 200; i++) {
            (i % 2 == 0 ? second : first).write("demo");
            assertThat(merchants.reload().done()).isTrue();
        }
        goesOn.set(false);
        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        int[] sum = new int[2];
        for (Future<int[]> each : signing) {
            sum[0] += each.get()[0];
            sum[1] += each.get()[1];
        }
        assertThat(sum[0]).isPositive();
        assertThat(sum[1]).isPositive();
    }

    /** Signs as the bundle does and verifies with the public key of the app that the profile names. */
    private static boolean verifies(MerchantDirectory merchants, Merchant merchant) {
        String content = "app_id=" + merchant.appId();
        Verifier app = java.util.Objects.requireNonNull(APPS.get(merchant.appId()));
        return app.verify(content, merchants.signer(merchant).sign(content));
    }

    private static Verifier verifier(CertificateForge app) {
        return new RsaVerifier(app.keys().getPublic(), SignType.RSA2, StandardCharsets.UTF_8);
    }

    /** A clock that shows what stands in a list. */
    private static final class Settable extends Clock {
        private final List<Instant> time;

        Settable(List<Instant> time) {
            this.time = time;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return time.get(0);
        }
    }
}
