package org.paysign.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.paysign.support.Vectors;

class NativeRsaTest {

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, linux-x86_64",
        "Linux, aarch64, linux-aarch_64",
        "Mac OS X, aarch64, osx-aarch_64",
        "Mac OS X, x86_64, osx-x86_64",
        "Windows 11, amd64, windows-x86_64",
        "Linux, riscv64, linux-riscv64"
    })
    void namesMachinesAsTheJarsDo(String system, String processor, String platform) {
        assertThat(NativeRsa.platform(system, processor)).isEqualTo(platform);
    }

    @Test
    void leavesMachinesWithoutLibraryToTheJdk() {
        NativeRsa found = NativeRsa.load("windows-x86_64");
        assertThat(found.provider()).isEmpty();
        assertThat(found.why()).isEqualTo("there is no library for windows-x86_64 among 2");
        fallsBack(found);
    }

    /** As on a C library that is not glibc, or in a folder for temporary files from which nothing may be run. */
    @ParameterizedTest
    @CsvSource({"amd64, linux-aarch_64", "aarch64, linux-x86_64"})
    @EnabledOnOs(OS.LINUX)
    void leavesLibrariesThatCannotBeLoadedToTheJdk(String processor, String other) {
        if (System.getProperty("os.arch").equals(processor)) {
            NativeRsa found = NativeRsa.load(other);
            assertThat(found.provider()).isEmpty();
            assertThat(found.why()).contains("UnsatisfiedLinkError");
            fallsBack(found);
        }
    }

    @Test
    void leavesDamagedJarsToTheJdk(@TempDir Path folder) throws IOException {
        Path jar = Files.writeString(folder.resolve("no.jar"), "no jar");
        assertThat(NativeRsa.load(jar).provider()).isEmpty();
        assertThat(NativeRsa.load(folder.resolve("gone.jar")).why()).contains("NoSuchFileException");
        fallsBack(NativeRsa.load(jar));
    }

    static Stream<Provider> liars() {
        return Stream.of(
                new Liar("SHA1withRSA", "SHA256withRSA"),
                new Liar("SHA256withRSA", "SHA1withRSA"),
                new Liar("SHA256withRSA", "nothing"),
                new Liar("SHA1withRSA", "SHA1withDSA"));
    }

    @ParameterizedTest
    @MethodSource("liars")
    void leavesWhatSignsWronglyToTheJdk(Provider liar) {
        NativeRsa found = NativeRsa.proven(liar);
        assertThat(found.provider()).isEmpty();
        assertThat(found.why()).startsWith("a liar ");
        fallsBack(found);
    }

    /** Whoever takes everything signs like the JDK all the same. */
    @Test
    void leavesWhatVerifiesWronglyToTheJdk() {
        NativeRsa found = NativeRsa.proven(new Liar("", "") {
            private static final long serialVersionUID = 1;

            @Override
            boolean verified(boolean honestly) {
                return true;
            }
        });
        assertThat(found.why()).isEqualTo("a liar signs or verifies wrongly");
        fallsBack(found);
    }

    @Test
    void provesTheJdk() {
        assertThat(NativeRsa.proven(Security.getProvider("SunRsaSign")).why()).isEmpty();
    }

    private static void fallsBack(NativeRsa found) {
        Rsa rsa = Rsa.with(found);
        assertThat(rsa.isNative()).isFalse();
        assertThat(rsa.provider()).isEqualTo(Rsa.jdk().provider());
        Signer signer = rsa.signer(RsaKeys.privateKey(Vectors.key("app.pkcs8")), SignType.RSA2, UTF_8);
        PublicKey open = RsaKeys.publicKey(Vectors.key("app.spki"));
        assertThat(rsa.verifier(open, SignType.RSA2, UTF_8).verify("text", signer.sign("text")))
                .isTrue();
    }

    /** The JDK's RSA, but for one algorithm that is another. */
    private static class Liar extends Provider {
        private static final long serialVersionUID = 1;

        Liar(String algorithm, String instead) {
            super("Liar", "1", "a liar");
            for (String name : List.of("SHA1withRSA", "SHA256withRSA")) {
                putService(new Made(this, "Signature", name, () -> new Said(name.equals(algorithm) ? instead : name)));
            }
            putService(new Made(this, "KeyFactory", "RSA", () -> Security.getProvider("SunRsaSign")
                    .getService("KeyFactory", "RSA")
                    .newInstance(null)));
        }

        boolean verified(boolean honestly) {
            return honestly;
        }

        private static final class Made extends Provider.Service {
            private final Callable<Object> make;

            Made(Provider provider, String kind, String name, Callable<Object> make) {
                super(provider, kind, name, "none", List.of(), Map.of());
                this.make = make;
            }

            @Override
            public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
                try {
                    return make.call();
                } catch (Exception none) {
                    throw new NoSuchAlgorithmException(none);
                }
            }
        }

        private final class Said extends SignatureSpi {
            private final Signature honest;

            Said(String algorithm) throws NoSuchAlgorithmException {
                honest = Signature.getInstance(algorithm);
            }

            @Override
            protected void engineInitVerify(PublicKey key) throws InvalidKeyException {
                honest.initVerify(key);
            }

            @Override
            protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
                honest.initSign(key);
            }

            @Override
            protected void engineUpdate(byte one) throws SignatureException {
                honest.update(one);
            }

            @Override
            protected void engineUpdate(byte[] bytes, int from, int length) throws SignatureException {
                honest.update(bytes, from, length);
            }

            @Override
            protected byte[] engineSign() throws SignatureException {
                return honest.sign();
            }

            @Override
            protected boolean engineVerify(byte[] signature) throws SignatureException {
                return verified(honest.verify(signature));
            }

            @Override
            @SuppressWarnings("deprecation")
            protected void engineSetParameter(String name, Object value) {}

            @Override
            @SuppressWarnings("deprecation")
            protected Object engineGetParameter(String name) {
                return name;
            }
        }
    }
}
