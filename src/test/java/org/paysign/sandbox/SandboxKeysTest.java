package org.paysign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.interfaces.RSAPublicKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SandboxKeysTest {

    private final Path data;

    SandboxKeysTest(@TempDir Path data) {
        this.data = data;
    }

    @Test
    void makesTwoPairsOfFullLengthInPem() throws IOException {
        var keys = SandboxKeys.of(data, "demo");

        assertThat(keys.directory()).isEqualTo(data.resolve("keys/demo"));
        assertThat(((RSAPublicKey) keys.app().getPublic()).getModulus().bitLength())
                .isEqualTo(2048);
        assertThat(keys.app().getPublic()).isNotEqualTo(keys.alipay().getPublic());
        assertThat(Files.readString(keys.directory().resolve("app-private-key.pem")))
                .startsWith("-----BEGIN PRIVATE KEY-----\n")
                .endsWith("\n-----END PRIVATE KEY-----\n");
        assertThat(Files.readString(keys.directory().resolve("alipay-public-key.pem")))
                .startsWith("-----BEGIN PUBLIC KEY-----\n");
        try (var files = Files.list(keys.directory())) {
            assertThat(files).hasSize(4);
        }
    }

    @Test
    void readsTheSamePairsAtTheNextStart() {
        var first = SandboxKeys.of(data, "demo");
        var second = SandboxKeys.of(data, "demo");

        assertThat(second.app().getPrivate()).isEqualTo(first.app().getPrivate());
        assertThat(second.alipay().getPublic()).isEqualTo(first.alipay().getPublic());
    }

    @Test
    void keepsPrivateFilesToTheOwner() throws IOException {
        var directory = SandboxKeys.of(data, "demo").directory();

        for (var file : new String[] {"app-private-key.pem", "alipay-private-key.pem"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"app-private-key.pem", "app-public-key.pem"})
    void makesAPairAgainOfWhichAFileIsMissing(String missing) throws IOException {
        var before = SandboxKeys.of(data, "demo");
        Files.delete(before.directory().resolve(missing));
        Files.writeString(before.directory().resolve(missing + ".tmp"), "half a fi");

        var after = SandboxKeys.of(data, "demo");

        assertThat(after.app().getPublic()).isNotEqualTo(before.app().getPublic());
        assertThat(after.alipay().getPublic()).isEqualTo(before.alipay().getPublic());
        assertThat(before.directory().resolve(missing + ".tmp")).doesNotExist();
    }

    @Test
    void refusesFilesThatAreNoPairWithoutShowingThem() throws IOException {
        var demo = SandboxKeys.of(data, "demo").directory();
        var other = SandboxKeys.of(data, "other").directory();
        Files.delete(demo.resolve("app-public-key.pem"));
        Files.copy(other.resolve("app-public-key.pem"), demo.resolve("app-public-key.pem"));

        assertThatThrownBy(() -> SandboxKeys.of(data, "demo"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("app-private-key.pem")
                .hasMessageContaining("delete both")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "../x", "a/b", "a b"})
    void refusesAMerchantThatIsNoFileName(String merchant) {
        assertThatThrownBy(() -> SandboxKeys.of(data, merchant)).hasMessageContaining("merchant");
    }

    @Test
    void showsNoKeyWhenPrinted() {
        assertThat(SandboxKeys.of(data, "demo").toString()).isEqualTo("SandboxKeys[" + data.resolve("keys/demo") + "]");
    }
}
