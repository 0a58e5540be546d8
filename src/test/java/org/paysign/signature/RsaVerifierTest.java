package org.paysign.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paysign.support.Vectors;

@ParameterizedClass(name = "{0}")
@MethodSource("org.paysign.signature.EachRsa#all")
class RsaVerifierTest {

    private static final Charset GBK = Charset.forName("GBK");

    private final Rsa rsa;
    private final Signer signer;
    private final Verifier verifier;

    RsaVerifierTest(Rsa rsa) {
        this.rsa = rsa;
        signer = signer(SignType.RSA2, UTF_8);
        verifier = verifier("ali", SignType.RSA2, UTF_8);
    }

    @Test
    void acceptsExactlyWhatWasSigned() {
        assertThat(verifier.verify("周期 a=b&c", signer.sign("周期 a=b&c"))).isTrue();
        assertThat(verifier.verify("周期 a=b&d", signer.sign("周期 a=b&c"))).isFalse();
        assertThat(verifier.verify("", signer.sign(""))).isTrue();
    }

    @Test
    void refusesOtherKeyTypeAndCharset() {
        String signature = signer.sign("周期");
        assertThat(verifier("app", SignType.RSA2, UTF_8).verify("周期", signature))
                .isFalse();
        assertThat(verifier("ali", SignType.RSA, UTF_8).verify("周期", signature)).isFalse();
        assertThat(verifier("ali", SignType.RSA2, GBK).verify("周期", signature)).isFalse();
        assertThat(verifier("app1024", SignType.RSA2, UTF_8).verify("周期", signature))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "=", "AAAA", "canary!", "a-b_", "签名", "\ud800"})
    void refusesWhatIsNoSignature(String signature) {
        assertThat(verifier.verify("text", signature)).isFalse();
    }

    @Test
    void refusesSignatureThatIsNotStandardBase64() {
        String signature = signer.sign("text");
        assertThat(verifier.verify("text", signature.substring(0, 76) + "\r\n" + signature.substring(76)))
                .isFalse();
        assertThat(verifier.verify("text", " " + signature)).isFalse();
        assertThat(verifier.verify("text", signature + "AAAA")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, \ud800", "UTF-8, \udc00", "GBK, \ud83d\ude00", "GBK, \ud800", "GBK, \u0e01"})
    void refusesCharacterThatIsNotInTheCharset(Charset charset, String odd) {
        String signature = signer(SignType.RSA2, charset).sign("a?b");
        assertThat(verifier("ali", SignType.RSA2, charset).verify("a?b", signature))
                .isTrue();
        assertThat(verifier("ali", SignType.RSA2, charset).verify("a" + odd + "b", signature))
                .isFalse();
        assertThat(verifier("ali", SignType.RSA2, charset).verify("a" + odd.repeat(2) + "b", signature))
                .isFalse();
    }

    private Signer signer(SignType type, Charset charset) {
        return rsa.signer(RsaKeys.privateKey(Vectors.key("ali.pkcs8")), type, charset);
    }

    private Verifier verifier(String key, SignType type, Charset charset) {
        return rsa.verifier(RsaKeys.publicKey(Vectors.key(key + ".spki")), type, charset);
    }
}
