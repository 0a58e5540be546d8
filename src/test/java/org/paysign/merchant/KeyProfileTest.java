package org.paysign.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.paysign.signature.SignContent;
import org.paysign.signature.SignType;
import org.paysign.signature.SignedResponse.Proven;
import org.paysign.signature.SignedResponse.Unproven;
import org.paysign.signature.Sm2Test;
import org.paysign.support.CertificateForge;

class KeyProfileTest {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final String AES_KEY = "aa4BtZ4tspm2wnXLb1ThQA==";
    private static final String SM2_KEY =
            "MFkwEwYHKoZIzj0CAQYIKoEcz1UBgi0DQgAENk2jhg4vRHCPcpgGDeiDNvMP0ntRpA209iQYA5Z/Mb72m++jmPWmNw31Q7I85rw7HfBG"
                    + "kDyfLQPNxTlS435ieQ==";

    private final Path folder;
    private final ProfileFolder profile;

    KeyProfileTest(@TempDir Path folder) {
        this.folder = folder;
        profile = ProfileFolder.valid(folder);
    }

    @Test
    void carriesTheParametersOfEveryRequest() {
        Merchant demo = profile.demo(CLOCK);
        assertThat(demo.parameters("alipay.some.method", NOW, "{\"a\":1}"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "app_id", "2021000000000001",
                        "method", "alipay.some.method",
                        "charset", "UTF-8",
                        "sign_type", "RSA2",
                        "timestamp", "2026-11-22 10:00:00",
                        "version", "1.0",
                        "biz_content", "{\"a\":1}"));
        assertThat(demo.expiries()).isEmpty();
    }

    @Test
    void takesTwoKeysOfAlipay() {
        CertificateForge coming = new CertificateForge("Alipay", CertificateForge.newPair(), "");
        profile.with(
                "alipay-public-key",
                profile.file("old", ProfileFolder.ALIPAY.publicKey()) + "," + profile.file("new", coming.publicKey()));
        Merchant demo = profile.demo(CLOCK);
        assertThat(demo.read(answer(ProfileFolder.ALIPAY, "{}"), "r")).isInstanceOf(Proven.class);
        assertThat(demo.read(answer(coming, "{}"), "r")).isInstanceOf(Proven.class);
        assertThat(demo.read(answer(ProfileFolder.APP, "{}"), "r")).isEqualTo(new Unproven("wrong_signature"));
    }

    @Test
    void signsTheAuthorisationTokenAndNeverShowsIt() {
        MerchantDirectory merchants =
                profile.with("app-auth-token", "202611BBCANARY").load(CLOCK);
        Merchant demo = merchants.get("demo");
        Map<String, String> parameters = demo.parameters("m", NOW, "{}");
        assertThat(SignContent.of(parameters)).startsWith("app_auth_token=202611BBCANARY&app_id=");
        assertThat(demo + " " + merchants + " " + demo.credentials() + " " + merchants.signer(demo))
                .doesNotContain("CANARY");
    }

    @Test
    void encryptsBeforeItSigns() {
        Merchant demo = profile.withFile("encrypt-key", AES_KEY + "\n").demo(CLOCK);
        Map<String, String> parameters = demo.parameters("m", NOW, "test1234567");
        assertThat(parameters)
                .containsEntry("encrypt_type", "AES")
                .containsEntry("biz_content", "ILpoMowjIQjfYMR847rnFQ==");
        assertThat(SignContent.of(parameters)).contains("biz_content=ILpoMowjIQjfYMR847rnFQ==&");
    }

    @Test
    void decryptsAnswers() {
        Merchant demo = profile.withFile("encrypt-key", AES_KEY).demo(CLOCK);
        String cipher = demo.parameters("m", NOW, "{\"code\":\"10000\"}").get("biz_content");
        assertThat(demo.read(answer(ProfileFolder.ALIPAY, "\"" + cipher + "\""), "r"))
                .isInstanceOfSatisfying(
                        Proven.class, proven -> assertThat(proven.text("code")).isEqualTo("10000"));
    }

    @Test
    void signsWithSm2() throws Exception {
        MerchantDirectory merchants = sm2().load(CLOCK);
        Merchant demo = merchants.get("demo");
        assertThat(demo.signType()).isEqualTo(SignType.SM2);
        assertThat(demo.parameters("m", NOW, "{}")).containsEntry("sign_type", "SM2");
        String signature = merchants.signer(demo).sign("a=1");
        assertThat(org.paysign.signature.Sm2.verifier(Sm2Test.publicKey(), demo.charset())
                        .verify("a=1", signature))
                .isTrue();
        assertThat(demo.alipay().verify("a=1", signature)).isFalse();
    }

    @Test
    void refusesSm2WithoutItsJar() throws Exception {
        sm2().write("demo");
        Class<?> directory = new WithoutBouncyCastle().loadClass(MerchantDirectory.class.getName());
        UnaryOperator<String> same = UnaryOperator.identity();
        assertThatThrownBy(() -> directory
                        .getMethod("load", String.class, UnaryOperator.class, Clock.class)
                        .invoke(null, folder.toString(), same, CLOCK))
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(folder.resolve("demo.properties")
                        + ": sign-type: SM2 needs Bouncy Castle: put the jar of bcprov-jdk18on into lib");
    }

    @Test
    void needsNoBouncyCastleForRsa() throws Exception {
        profile.write("demo");
        Class<?> directory = new WithoutBouncyCastle().loadClass(MerchantDirectory.class.getName());
        UnaryOperator<String> same = UnaryOperator.identity();
        assertThat(directory
                        .getMethod("load", String.class, UnaryOperator.class, Clock.class)
                        .invoke(null, folder.toString(), same, CLOCK))
                .hasToString("MerchantDirectory[demo]");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal(
                        "the app's own key",
                        "alipay-public-key",
                        "this is the app's own public key",
                        profile -> profile.withFile("alipay-public-key", ProfileFolder.APP.publicKey())),
                refusal(
                        "the app's own key as the second",
                        "alipay-public-key",
                        "this is the app's own public key",
                        profile -> profile.with(
                                "alipay-public-key",
                                profile.file("a", ProfileFolder.ALIPAY.publicKey()) + ","
                                        + profile.file("b", ProfileFolder.APP.publicKey()))),
                refusal(
                        "a certificate as key",
                        "alipay-public-key",
                        "this is a certificate: give it as alipay-cert",
                        profile -> profile.withFile(
                                "alipay-public-key",
                                CertificateForge.root("CANARY", NOW).pem())),
                refusal(
                        "three keys",
                        "alipay-public-key",
                        "names more than two files",
                        profile -> profile.with("alipay-public-key", "a,b,CANARY")),
                refusal(
                        "a key in place of its path",
                        "app-private-key",
                        "cannot read the file it names: give its path",
                        profile -> profile.with("app-private-key", "CANARY" + ProfileFolder.APP.privateKey())),
                refusal(
                        "no text",
                        "app-private-key",
                        "is no plain text: give PEM or Base64",
                        profile -> profile.withFile("app-private-key", "CANARY\u4f1a")),
                refusal(
                        "an AES key in place of its path",
                        "encrypt-key",
                        "cannot read the file it names: give its path",
                        profile -> profile.with("encrypt-key", "CANARY4tspm2wnXLb1ThQA==")),
                refusal(
                        "no AES key",
                        "encrypt-key",
                        "no AES key: give a file with the Base64 of 16 bytes",
                        profile -> profile.withFile("encrypt-key", "CANARY")),
                refusal(
                        "a token with blanks",
                        "app-auth-token",
                        "give the token as Alipay gave it",
                        profile -> profile.with("app-auth-token", "CANARY CANARY")),
                refusal(
                        "an unknown sign type",
                        "sign-type",
                        "give RSA2, RSA or SM2",
                        profile -> profile.with("sign-type", "CANARY")),
                refusal(
                        "RSA keys for SM2",
                        "app-private-key",
                        "not an SM2 private key",
                        profile -> profile.with("sign-type", "SM2")),
                refusal(
                        "an RSA key of Alipay for SM2",
                        "alipay-public-key",
                        "not an SM2 public key",
                        profile -> profile.with("sign-type", "SM2").withFile("app-private-key", Sm2Test.privateKey())),
                refusal(
                        "the app's own SM2 key",
                        "alipay-public-key",
                        "this is the app's own public key",
                        profile -> profile.with("sign-type", "SM2")
                                .withFile("app-private-key", Sm2Test.privateKey())
                                .withFile("alipay-public-key", Sm2Test.publicKey())),
                refusal(
                        "a field with value and fields",
                        "default.a.b",
                        "lies under a key that has a value of its own",
                        profile -> profile.with("default.a", "CANARY").with("default.a.b", "CANARY")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void refusesTheStart(String what, String key, String advice, UnaryOperator<ProfileFolder> broken) {
        assertThat(what).isNotEmpty();
        ProfileFolder wrong = broken.apply(profile);
        assertThatThrownBy(() -> wrong.load(CLOCK))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(folder.resolve("demo.properties") + ": " + key + ": ")
                .hasMessageContaining(advice)
                .hasMessageNotContaining("CANARY")
                .hasNoCause();
    }

    private ProfileFolder sm2() {
        return profile.with("sign-type", "SM2")
                .withFile("app-private-key", Sm2Test.privateKey())
                .withFile("alipay-public-key", SM2_KEY);
    }

    private static Arguments refusal(String what, String key, String advice, UnaryOperator<ProfileFolder> broken) {
        return Arguments.of(what, key, advice, broken);
    }

    private static String answer(CertificateForge alipay, String node) {
        return "{\"r\":" + node + ",\"sign\":\"" + alipay.sign(node) + "\"}";
    }

    /** Our classes as they are where the optional jar is not. */
    private static final class WithoutBouncyCastle extends ClassLoader {

        WithoutBouncyCastle() {
            super(KeyProfileTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.bouncycastle.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("org.paysign.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream bytes = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] all = Objects.requireNonNull(bytes).readAllBytes();
                return defineClass(name, all, 0, all.length);
            } catch (IOException unreadable) {
                throw new ClassNotFoundException(name, unreadable);
            }
        }
    }
}
