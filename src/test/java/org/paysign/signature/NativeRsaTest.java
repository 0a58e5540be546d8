package org.paysign.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.util.List;
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
    private static final class Liar extends Provider {
        private static final long serialVersionUID = 1;

        Liar(String algorithm, String instead) {
            super("Liar", "1", "a liar");
            Provider jdk = Security.getProvider("SunRsaSign");
            for (String kind : List.of("Signature.SHA1withRSA", "Signature.SHA256withRSA", "KeyFactory.RSA")) {
                int point = kind.indexOf('.');
                String name = kind.substring(point + 1);
                String real = name.equals(algorithm) ? instead : name;
                Provider.Service service = jdk.getService(kind.substring(0, point), real);
                putService(new Service(this, kind.substring(0, point), name, "none", List.of(), java.util.Map.of()) {
                    @Override
                    public Object newInstance(Object parameter) throws java.security.NoSuchAlgorithmException {
                        if (service == null) {
                            throw new java.security.NoSuchAlgorithmException(real);
                        }
                        return service.newInstance(parameter);
                    }
                });
            }
        }
    }
}
