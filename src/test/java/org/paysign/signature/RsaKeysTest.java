package org.paysign.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paysign.support.Vectors;

class RsaKeysTest {

    private static final String LABEL = "RSA PRIVATE KEY";

    private static Stream<Arguments> writings() {
        return Stream.of(
                writing("bare", text -> text),
                writing("bare with a line break at its end", text -> text + "\n"),
                writing("bare with blanks around", text -> " \t" + text + "  \r\n\r\n"),
                writing("bare in lines", RsaKeysTest::lines),
                writing("PEM", text -> pem(text, "\n")),
                writing("PEM with CRLF", text -> pem(text, "\r\n")),
                writing("PEM without a last line break", text -> pem(text, "\n").strip()),
                writing("PEM with trailing blanks", text -> pem(text, "  \n") + "\n\n"),
                writing("PEM indented", text -> pem(text, "\n    ")),
                writing("PEM in one line", text -> "-----BEGIN KEY-----" + text + "-----END KEY-----"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writings")
    void readsPrivateKey(String name, Function<String, String> writing) {
        for (String key : new String[] {"app", "ali", "app1024"}) {
            String pkcs8 = Vectors.key(key + ".pkcs8");
            byte[] der = Base64.getDecoder().decode(pkcs8);
            assertThat(RsaKeys.privateKey(writing.apply(pkcs8)).getEncoded()).isEqualTo(der);
            assertThat(RsaKeys.privateKey(writing.apply(Vectors.key(key + ".pkcs1")))
                            .getEncoded())
                    .isEqualTo(der);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writings")
    void readsPublicKey(String name, Function<String, String> writing) {
        for (String key : new String[] {"app", "ali", "app1024"}) {
            String spki = Vectors.key(key + ".spki");
            assertThat(RsaKeys.publicKey(writing.apply(spki)).getEncoded())
                    .isEqualTo(Base64.getDecoder().decode(spki));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {512, 1024, 2048, 3072})
    void readsPkcs1OfEveryLength(int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        byte[] pkcs8 = generator.generateKeyPair().getPrivate().getEncoded();
        byte[] pkcs1 = Arrays.copyOfRange(pkcs8, 26, pkcs8.length);
        assertThat(RsaKeys.privateKey(base64(pkcs1)).getEncoded()).isEqualTo(pkcs8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", "canary!", "-----BEGIN PRIVATE KEY-----", "Y2FuYXJ5", "MAA=", "MIIE"})
    void refusesWhatIsNoKey(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RsaKeys.privateKey(text))
                .withMessageMatching("(not an RSA private key|neither PEM).*");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RsaKeys.publicKey(text))
                .withMessageMatching("(not an RSA public key|neither PEM).*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-----BEGIN ENCRYPTED PRIVATE KEY-----", "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES"})
    void saysWhenKeyIsEncrypted(String head) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RsaKeys.privateKey(head + "\n" + Vectors.key("app.pkcs8")))
                .withMessageContaining("password")
                .withNoCause();
    }

    @Test
    void refusesOneKindForTheOther() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RsaKeys.privateKey(Vectors.key("app.spki")))
                .withMessageStartingWith("not an RSA private key")
                .withNoCause();
        for (String form : new String[] {"app.pkcs8", "app.pkcs1"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RsaKeys.publicKey(Vectors.key(form)))
                    .withMessageStartingWith("not an RSA public key")
                    .withNoCause();
        }
    }

    @Test
    void refusesOtherAlgorithm() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("EC").generateKeyPair();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RsaKeys.privateKey(base64(pair.getPrivate().getEncoded())));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RsaKeys.publicKey(base64(pair.getPublic().getEncoded())));
    }

    @Test
    void refusesHugeFile() {
        assertThatIllegalArgumentException().isThrownBy(() -> RsaKeys.privateKey("MIIE".repeat(100_000)));
    }

    @Test
    void refusesTwoKeysInOneFile() {
        String two = pem(Vectors.key("app.pkcs8"), "\n") + pem(Vectors.key("ali.pkcs8"), "\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RsaKeys.privateKey(two))
                .withMessageContaining("more than one key");
    }

    private static Arguments writing(String name, Function<String, String> writing) {
        return Arguments.of(name, writing);
    }

    private static String base64(byte[] der) {
        return Base64.getEncoder().encodeToString(der);
    }

    private static String lines(String text) {
        return text.replaceAll("(.{64})", "$1\n");
    }

    private static String pem(String text, String lineEnd) {
        return ("-----BEGIN " + LABEL + "-----\n" + lines(text) + "\n-----END " + LABEL + "-----\n")
                .replace("\n", lineEnd);
    }
}
