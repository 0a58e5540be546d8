package org.paysign.signature;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.paysign.support.Vectors;

/** The signatures of notifies.json; which notice is ours is the question of another room. */
@ParameterizedClass(name = "{0}")
@MethodSource("org.paysign.signature.EachRsa#all")
class NotifyVectorsTest {

    private final Rsa rsa;

    NotifyVectorsTest(Rsa rsa) {
        this.rsa = rsa;
    }

    /** The others that are to be refused are genuine texts, only not ours or not as configured. */
    private static final Set<String> FORGED = Set.of("tampered-status");

    private static Stream<Arguments> notices() {
        return Vectors.own("notifies.json")
                .map(vector -> Arguments.of(vector.path("id").asText(), vector));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("notices")
    void verifiesByConfiguredTypeAlone(String id, JsonNode vector) {
        Map<String, String> parameters = new TreeMap<>();
        vector.path("params")
                .properties()
                .forEach(
                        field -> parameters.put(field.getKey(), field.getValue().asText()));
        String signature = parameters.getOrDefault("sign", "");
        parameters.remove("sign_type");
        Verifier verifier = rsa.verifier(
                RsaKeys.publicKey(vector.path("public_key").asText()),
                SignType.RSA2,
                Charset.forName(vector.path("charset").asText()));
        assertThat(verifier.verify(SignContent.of(parameters), signature)).isEqualTo(!FORGED.contains(id));
        Verifier asTheFieldSays = rsa.verifier(
                RsaKeys.publicKey(vector.path("public_key").asText()),
                SignType.RSA,
                Charset.forName(vector.path("charset").asText()));
        assertThat(asTheFieldSays.verify(SignContent.of(parameters), signature)).isFalse();
    }
}
