package org.paysign.signature;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.paysign.support.Vectors;

/** What the official SDK signed, and the two signStrs that were ever published. */
@ParameterizedClass(name = "{0}")
@MethodSource("org.paysign.signature.EachRsa#all")
class SignRequestVectorsTest {

    private final Rsa rsa;

    SignRequestVectorsTest(Rsa rsa) {
        this.rsa = rsa;
    }

    private static Stream<Arguments> requests() {
        return Vectors.own("sign_requests.json").map(SignRequestVectorsTest::named);
    }

    private static Stream<Arguments> signStrs() {
        return Vectors.own("sign_strs.json").map(SignRequestVectorsTest::named);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void signsWhatTheSdkSigned(String id, JsonNode vector) {
        assertThat(SignContent.of(parameters(vector)))
                .isEqualTo(vector.path("signed_content").asText());
        assertThat(signer(vector).sign(vector.path("signed_content").asText()))
                .isEqualTo(vector.path("signature").asText());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void encodesAsTheSdkDid(String id, JsonNode vector) {
        SignedForm form = SignedForm.of(parameters(vector), charset(vector), signer(vector));
        assertThat(form.parameters())
                .containsEntry("sign", vector.path("signature").asText());
        assertThat(form.encoded()).isEqualTo(vector.path("order_string").asText());
        assertThat(form.signStr()).isEqualTo(vector.path("sign_str").asText());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void verifiesWhatTheSdkSigned(String id, JsonNode vector) {
        String content = vector.path("signed_content").asText();
        Verifier verifier =
                rsa.verifier(RsaKeys.publicKey(vector.path("public_key").asText()), type(vector), charset(vector));
        assertThat(verifier.verify(content, vector.path("signature").asText())).isTrue();
        assertThat(verifier.verify(content + " ", vector.path("signature").asText()))
                .isFalse();
    }

    /** The published texts are not sorted: the order is theirs, every piece is ours. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("signStrs")
    void encodesPublishedSignStr(String id, JsonNode vector) {
        SignedForm form = new SignedForm(parameters(vector), StandardCharsets.UTF_8);
        Map<String, String> pieces = Stream.of(form.encoded().split("&", -1))
                .collect(Collectors.toMap(piece -> piece.substring(0, piece.indexOf('=')), piece -> piece));
        String ordered = StreamSupport.stream(vector.path("param_order").spliterator(), false)
                .map(name -> pieces.get(name.asText()))
                .collect(Collectors.joining("&"));
        assertThat(ordered).isEqualTo(vector.path("order_string").asText());
        assertThat(URLEncoder.encode(ordered, StandardCharsets.US_ASCII))
                .isEqualTo(vector.path("sign_str").asText());
        assertThat(form.signStr().split("%26", -1))
                .containsExactlyInAnyOrder(vector.path("sign_str").asText().split("%26", -1));
    }

    private static Arguments named(JsonNode vector) {
        return Arguments.of(vector.path("id").asText(), vector);
    }

    private static Map<String, String> parameters(JsonNode vector) {
        Map<String, String> parameters = new TreeMap<>();
        vector.path("params")
                .properties()
                .forEach(
                        field -> parameters.put(field.getKey(), field.getValue().asText()));
        return parameters;
    }

    private static SignType type(JsonNode vector) {
        return SignType.valueOf(vector.path("sign_type").asText());
    }

    private static Charset charset(JsonNode vector) {
        return Charset.forName(vector.path("charset").asText());
    }

    private Signer signer(JsonNode vector) {
        return rsa.signer(RsaKeys.privateKey(vector.path("private_key_pkcs8").asText()), type(vector), charset(vector));
    }
}
