package org.paysign.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.paysign.support.Vectors;

/** Cutting the node out of bodies that other libraries stumbled over; read beside the repository. */
@EnabledIf(
        value = "org.paysign.support.Vectors#hasShared",
        disabledReason = "the public vectors are not there, see -Dvectors.shared")
class ExtractionVectorsTest {

    private static Stream<JsonNode> vectors() {
        return Vectors.shared("public/extraction.json");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void cutsNode(JsonNode vector) {
        assertThat(RawObject.parse(vector.path("body").asText())
                        .flatMap(body -> body.raw(vector.path("node").asText())))
                .hasValue(vector.path("expect").asText());
    }
}
