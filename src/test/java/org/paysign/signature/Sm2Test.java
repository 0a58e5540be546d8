package org.paysign.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.Security;
import java.util.Base64;
import java.util.Objects;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class Sm2Test {

    private static final BigInteger SECRET =
            new BigInteger("3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8", 16);

    @Test
    void verifiesWhatOthersSigned() throws Exception {
        JsonNode vectors = vectors();
        assertThat(vectors).hasSize(2).allSatisfy(vector -> {
            Verifier verifier = Sm2.verifier(vector.path("public_key").asText(), StandardCharsets.UTF_8);
            String content = vector.path("content").asText();
            String signature = vector.path("signature").asText();
            assertThat(verifier.verify(content, signature)).isTrue();
            assertThat(verifier.verify(content + " ", signature)).isFalse();
            assertThat(verifier.verify(content, signature.replace('A', 'B'))).isFalse();
        });
    }

    @Test
    void signsWhatItsOwnKeyVerifies() {
        Signer signer = Sm2.signer(privateKey(), StandardCharsets.UTF_8);
        Verifier verifier = Sm2.verifier(publicKey(), StandardCharsets.UTF_8);
        String signature = signer.sign("a=1&b=会员");
        assertThat(signature).matches("[A-Za-z0-9+/]+=*");
        assertThat(verifier.verify("a=1&b=会员", signature)).isTrue();
        assertThat(verifier.verify("a=1&b=2", signature)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "====", "QUJD", "?", "MEYCIQD/"})
    void takesNothingElseForASignature(String text) {
        assertThat(Sm2.verifier(publicKey(), StandardCharsets.UTF_8).verify("a", text))
                .isFalse();
    }

    @Test
    void findsThePublicHalf() {
        String content = "app_id=2021&charset=UTF-8";
        String signature = Sm2.signer(privateKey(), StandardCharsets.UTF_8).sign(content);

        assertThat(Sm2.verifier(Sm2.publicHalf(privateKey()), StandardCharsets.UTF_8)
                        .verify(content, signature))
                .isTrue();
    }

    @Test
    void installsNoProvider() {
        var before = Security.getProviders();
        signsWhatItsOwnKeyVerifies();
        assertThat(Security.getProviders()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CANARY", "MIIBCANARYCANARY"})
    void refusesWhatIsNoKeyWithoutShowingIt(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sm2.signer(text, StandardCharsets.UTF_8))
                .withMessage("not an SM2 private key: give PEM or Base64 of PKCS#8")
                .withNoCause();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sm2.verifier(text, StandardCharsets.UTF_8))
                .withMessage("not an SM2 public key: give PEM or Base64 of X.509 (SubjectPublicKeyInfo)")
                .withNoCause();
    }

    @Test
    void refusesKeysOfTheWrongHalf() {
        assertThatIllegalArgumentException().isThrownBy(() -> Sm2.signer(publicKey(), StandardCharsets.UTF_8));
        assertThatIllegalArgumentException().isThrownBy(() -> Sm2.verifier(privateKey(), StandardCharsets.UTF_8));
    }

    private static JsonNode vectors() throws Exception {
        try (InputStream file = Objects.requireNonNull(Sm2Test.class.getResourceAsStream("/vectors/sm2.json"))) {
            return new ObjectMapper().readTree(file);
        }
    }

    /** A private key for tests, in PKCS#8; it protects nothing. */
    public static String privateKey() {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            PrivateKeyInfoFactory.createPrivateKeyInfo(new ECPrivateKeyParameters(SECRET, curve()))
                                    .getEncoded());
        } catch (java.io.IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** The public key of {@link #privateKey()}. */
    public static String publicKey() {
        try {
            return Base64.getEncoder()
                    .encodeToString(SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(
                                    new ECPublicKeyParameters(curve().getG().multiply(SECRET), curve()))
                            .getEncoded());
        } catch (java.io.IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static ECNamedDomainParameters curve() {
        return new ECNamedDomainParameters(
                new ASN1ObjectIdentifier("1.2.156.10197.1.301"), CustomNamedCurves.getByName("sm2p256v1"));
    }

    @Test
    void takesNoCharacterThatTheCharsetLacksForAQuestionMark() {
        Charset gbk = Charset.forName("GBK");
        String signature = Sm2.signer(privateKey(), gbk).sign("a=?");
        Verifier verifier = Sm2.verifier(publicKey(), StandardCharsets.UTF_8).in(gbk);
        assertThat(verifier.verify("a=?", signature)).isTrue();
        assertThat(verifier.verify("a=\ud83d\ude00", signature)).isFalse();
    }
}
