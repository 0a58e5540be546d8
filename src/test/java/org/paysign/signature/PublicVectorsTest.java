package org.paysign.signature;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.paysign.signature.SignedResponse.Proven;
import org.paysign.support.Vectors;

/** Texts that Alipay itself signed; they may not be copied, so they are read beside the repository. */
@EnabledIf(
        value = "org.paysign.support.Vectors#hasShared",
        disabledReason = "the public vectors are not there, see -Dvectors.shared")
@ParameterizedClass(name = "{0}")
@MethodSource("org.paysign.signature.EachRsa#all")
class PublicVectorsTest {

    private final Rsa rsa;

    PublicVectorsTest(Rsa rsa) {
        this.rsa = rsa;
    }

    private static Stream<Arguments> all() {
        return Vectors.shared("public/rsa.json")
                .map(vector -> Arguments.of(vector.path("id").asText(), vector));
    }

    private static Stream<Arguments> responses() {
        return all().filter(vector -> kind(vector).equals("response"));
    }

    private static Stream<Arguments> notifies() {
        return all().filter(vector -> kind(vector).matches("notify_V.*|return_url_params_V1"));
    }

    private static Stream<Arguments> requests() {
        return all().filter(vector -> kind(vector).equals("request_sign"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void verifiesContent(String id, JsonNode vector) {
        assertThat(verifier(vector)
                        .verify(
                                vector.path("signed_content").asText(),
                                vector.path("signature").asText()))
                .isEqualTo(vector.path("expect").asBoolean());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("responses")
    void provesResponse(String id, JsonNode vector) {
        SignedResponse response = read(vector, vector.path("raw_body").asText());
        assertThat(response).isInstanceOf(Proven.class);
        assertThat(((Proven) response).text("code")).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("responses")
    void provesNothingOfChangedResponse(String id, JsonNode vector) {
        String body = vector.path("raw_body").asText();
        assertThat(read(vector, body.replaceFirst("\"code\":\"1", "\"code\": \"1")))
                .isEqualTo(new SignedResponse.Unproven("wrong_signature"));
    }

    /** V1 leaves out sign and sign_type, V2 only sign. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("notifies")
    void writesContentOfNotice(String id, JsonNode vector) {
        Map<String, String> parameters = parameters(vector);
        if (vector.path("kind").asText().endsWith("V1")) {
            parameters.remove("sign_type");
        }
        assertThat(SignContent.of(parameters))
                .isEqualTo(vector.path("signed_content").asText());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void writesContentOfRequest(String id, JsonNode vector) {
        assertThat(SignContent.of(parameters(vector)))
                .isEqualTo(vector.path("signed_content").asText());
    }

    private static String kind(Arguments arguments) {
        return ((JsonNode) arguments.get()[1]).path("kind").asText();
    }

    private SignedResponse read(JsonNode vector, String body) {
        return SignedResponse.read(body, vector.path("node").asText(), verifier(vector));
    }

    private Verifier verifier(JsonNode vector) {
        return rsa.verifier(
                RsaKeys.publicKey(vector.path("public_key").asText()),
                SignType.valueOf(vector.path("sign_type").asText()),
                Charset.forName(vector.path("charset").asText()));
    }

    private static Map<String, String> parameters(JsonNode vector) {
        Map<String, String> parameters = new TreeMap<>();
        vector.path("params")
                .properties()
                .forEach(
                        field -> parameters.put(field.getKey(), field.getValue().asText()));
        return parameters;
    }
}
