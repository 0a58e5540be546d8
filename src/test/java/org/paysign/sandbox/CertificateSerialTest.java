package org.paysign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The published certificates of Alipay; {@code -Dvectors.shared} names the folder where they lie elsewhere. */
final class CertificateSerialTest {

    private static final Path PUBLIC =
            Path.of(System.getProperty("vectors.shared", "../shared/vectors")).resolve("public");

    @TestFactory
    Stream<DynamicTest> countsThePublishedSerials() throws IOException {
        var file = PUBLIC.resolve("cert_sn.json");
        assumeTrue(Files.exists(file), "no vectors: set -Dvectors.shared to their folder");
        var vectors = JsonMapper.builder().build().readTree(Files.readString(file));
        return StreamSupport.stream(vectors.spliterator(), false)
                .map(vector -> DynamicTest.dynamicTest(vector.path("cert").asText(), () -> counts(vector)));
    }

    private static void counts(JsonNode vector) throws IOException {
        var pem = Files.readString(PUBLIC.resolve(vector.path("cert").asText()), StandardCharsets.ISO_8859_1);
        if (vector.path("kind").asText().equals("root_cert_sn")) {
            assertThat(CertificateSerial.ofRoots(pem))
                    .isEqualTo(vector.path("expect_rsa").asText());
        } else {
            assertThat(CertificateSerial.first(pem).map(CertificateSerial::of))
                    .contains(vector.path("expect").asText());
        }
    }
}
