package org.paysign.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Security;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.paysign.support.Vectors;

class RsaTest {

    private static final int TEXTS = 200;

    @Test
    void doesWhatTheConfigurationSays() {
        assertThat(Rsa.of("jdk").isNative()).isFalse();
        assertThat(Rsa.of("jdk").provider()).startsWith("SunRsaSign ");
        assertThat(Rsa.of("jdk").whyNot()).isEqualTo("paysign.signature.provider is jdk");
        assertThatIllegalStateException()
                .isThrownBy(() -> Rsa.of("bouncy"))
                .withMessage("paysign.signature.provider: give auto or jdk");
    }

    @Test
    @EnabledOnOs(
            value = OS.LINUX,
            architectures = {"amd64", "aarch64"})
    void isNativeOnTheMachinesWhoseLibraryIsShipped() {
        Rsa rsa = Rsa.of("auto");
        assertThat(rsa.whyNot()).isEmpty();
        assertThat(rsa.isNative()).isTrue();
        assertThat(rsa.provider()).startsWith("AmazonCorrettoCryptoProvider 2.");
    }

    @Test
    void leavesTheProvidersOfTheJvmAsTheyAre() {
        List<String> before =
                Arrays.stream(Security.getProviders()).map(Object::toString).toList();
        assertThat(Rsa.of("auto").provider()).isNotEmpty();
        assertThat(Security.getProviders()).extracting(Object::toString).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"1024, 65537", "2048, 65537", "3072, 65537", "512, 65537", "1024, 3"})
    void makesTheBytesOfTheJdkWithEveryKey(int bits, BigInteger exponent) throws GeneralSecurityException {
        KeyPair pair = pair(bits, exponent);
        for (SignType type : List.of(SignType.RSA, SignType.RSA2)) {
            Signer jdk = new RsaSigner(pair.getPrivate(), type, UTF_8);
            Signer other = Rsa.of("auto").signer(pair.getPrivate(), type, UTF_8);
            Verifier verifier = Rsa.of("auto").verifier(pair.getPublic(), type, UTF_8);
            for (String text : List.of("", "周期", "a".repeat(10_000))) {
                assertThat(other.sign(text)).isEqualTo(jdk.sign(text));
                assertThat(verifier.verify(text, jdk.sign(text))).isTrue();
                assertThat(verifier.verify(text + "?", jdk.sign(text))).isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.paysign.signature.EachRsa#all")
    void refusesEverySignatureButOne(Rsa rsa) throws GeneralSecurityException {
        KeyPair pair = pair(2048, RSAKeyGenParameterSpec.F4);
        Verifier verifier = rsa.verifier(pair.getPublic(), SignType.RSA2, UTF_8);
        byte[] good = Base64.getDecoder()
                .decode(rsa.signer(pair.getPrivate(), SignType.RSA2, UTF_8).sign("text"));
        BigInteger modulus = ((RSAPublicKey) pair.getPublic()).getModulus();
        List<byte[]> bad = new ArrayList<>();
        Random random = new Random(20261128);
        for (int i = 0; i < TEXTS; i++) {
            byte[] flipped = good.clone();
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            bad.add(flipped);
            byte[] other = new byte[random.nextInt(600)];
            random.nextBytes(other);
            bad.add(other);
            bad.add(Arrays.copyOf(good, random.nextInt(256)));
            bad.add(Arrays.copyOf(good, 257 + random.nextInt(256)));
        }
        bad.add(new byte[256]);
        bad.add(number(BigInteger.ONE, 256));
        bad.add(number(modulus.subtract(BigInteger.ONE), 256));
        bad.add(number(modulus, 256));
        bad.add(number(modulus.add(new BigInteger(1, good)), 257));
        bad.add(number(new BigInteger(1, good), 257));
        for (byte[] signature : bad) {
            assertThat(verifier.verify("text", Base64.getEncoder().encodeToString(signature)))
                    .isFalse();
        }
        assertThat(verifier.verify("text", Base64.getEncoder().encodeToString(good)))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("org.paysign.signature.EachRsa#all")
    void signsAndVerifiesOnManyThreads(Rsa rsa) throws Exception {
        RsaSigner signer = rsa.signer(RsaKeys.privateKey(Vectors.key("app.pkcs8")), SignType.RSA2, UTF_8);
        Verifier verifier = rsa.verifier(RsaKeys.publicKey(Vectors.key("app.spki")), SignType.RSA2, UTF_8);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Boolean> work = () -> {
                boolean good = true;
                for (int i = 0; i < 50; i++) {
                    good &= verifier.verify("text " + i, signer.sign("text " + i));
                }
                return good;
            };
            for (Future<Boolean> done : threads.invokeAll(List.of(work, work, work, work))) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            threads.shutdown();
        }
    }

    @ParameterizedTest
    @MethodSource("org.paysign.signature.EachRsa#all")
    void holdsTheKeyInTheFormOfWhoeverSigns(Rsa rsa) {
        RsaSigner signer = rsa.signer(RsaKeys.privateKey(Vectors.key("app.pkcs8")), SignType.RSA2, UTF_8);
        RsaVerifier verifier = rsa.verifier(RsaKeys.publicKey(Vectors.key("app.spki")), SignType.RSA2, UTF_8);
        String room = rsa.isNative() ? "com.amazon.corretto." : "sun.security.rsa.";
        assertThat(signer.key().getClass().getName()).startsWith(room);
        assertThat(verifier.key().getClass().getName()).startsWith(room);
        assertThat(signer).hasToString("RsaSigner[RSA2, UTF-8]");
    }

    @ParameterizedTest
    @CsvSource({"512, 65537", "1024, 3"})
    void leavesUnusualKeysToTheJdk(int bits, BigInteger exponent) throws GeneralSecurityException {
        KeyPair pair = pair(bits, exponent);
        assertThat(Rsa.of("auto").signer(pair.getPrivate(), SignType.RSA, UTF_8))
                .isEqualTo(new RsaSigner(pair.getPrivate(), SignType.RSA, UTF_8));
        assertThat(Rsa.of("auto").verifier(pair.getPublic(), SignType.RSA, UTF_8))
                .isEqualTo(new RsaVerifier(pair.getPublic(), SignType.RSA, UTF_8));
    }

    private static KeyPair pair(int bits, BigInteger exponent) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(new RSAKeyGenParameterSpec(bits, exponent));
        return generator.generateKeyPair();
    }

    private static byte[] number(BigInteger value, int length) {
        byte[] bytes = value.toByteArray();
        byte[] fixed = new byte[length];
        int used = Math.min(bytes.length, length);
        System.arraycopy(bytes, bytes.length - used, fixed, length - used, used);
        return fixed;
    }
}
