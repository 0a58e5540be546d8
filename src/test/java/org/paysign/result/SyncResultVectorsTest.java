package org.paysign.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.paysign.agreement.Evidence;
import org.paysign.agreement.Signal;
import org.paysign.signature.SignedResponse;
import org.paysign.signature.SignedResponse.Proven;
import org.paysign.signature.SignedResponse.Unproven;
import org.paysign.support.SampleAgreement;
import org.paysign.support.SampleMerchant;
import org.paysign.support.Vectors;

/** Every text of sync_results.json, genuine and hostile. */
class SyncResultVectorsTest {

    private static final String NODE = "alipay_user_agreement_page_sign_response";

    /** What each text comes to: {@code confirmed}, {@code genuine} but not about this agreement, or why it proves nothing. */
    private static final Map<String, String> VERDICTS = Map.ofEntries(
            Map.entry("valid", "confirmed"),
            Map.entry("tampered-status", "wrong_signature"),
            Map.entry("sign-key-first", "confirmed"),
            Map.entry("slash-escaped-signed-as-is", "confirmed"),
            Map.entry("sibling-object-before", "unexpected_member"),
            Map.entry("duplicate-node", "not_json"),
            Map.entry("no-sign-success", "not_signed"),
            Map.entry("wrong-node", "node_missing"),
            Map.entry("other-agreement", "genuine"),
            Map.entry("trailing-comma-as-in-the-seed", "not_json"),
            Map.entry("empty", "not_json"),
            Map.entry("result-is-object", "wrong_signature"));

    private static Stream<Arguments> vectors() {
        return Vectors.own("sync_results.json")
                .map(vector -> Arguments.of(vector.path("id").asText(), vector));
    }

    @Test
    void knowsAllVectors() {
        assertThat(Vectors.own("sync_results.json")
                        .map(vector -> vector.path("id").asText()))
                .containsExactlyInAnyOrderElementsOf(VERDICTS.keySet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void agreesWithTheVector(String id, JsonNode vector) {
        boolean confirmed = "confirmed".equals(VERDICTS.get(id));
        assertThat(confirmed || vector.path("expect").asText().matches("(REJECT|UNKNOWN).*"))
                .isTrue();
        if (confirmed) {
            assertThat(vector.path("expect").asText()).startsWith("ACCEPT");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void proves(String id, JsonNode vector) {
        SignedResponse response = SignedResponse.read(
                vector.path("raw_result").asText(),
                NODE,
                SampleMerchant.valid().profile().alipay());
        String verdict = response instanceof Unproven unproven ? unproven.why() : "genuine";
        assertThat(verdict).isEqualTo(VERDICTS.getOrDefault(id, "").replace("confirmed", "genuine"));
        if (response instanceof Proven proven) {
            assertThat(proven.text("code")).isEqualTo("10000");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void confirms(String id, JsonNode vector) {
        String scene = id.startsWith("slash-escaped") ? "INDUSTRY|DIGITAL/MEDIA" : "INDUSTRY|DIGITAL_MEDIA";
        VerifiedResult result = new ResultVerifier()
                .verify(new SignResult(
                        SampleMerchant.valid().profile(),
                        SampleAgreement.inScene(scene),
                        "7000",
                        vector.path("raw_result").asText()));
        if (!"confirmed".equals(VERDICTS.get(id))) {
            assertThat(result.isProven()).isFalse();
            assertThat(result.reason()).isEmpty();
            return;
        }
        Signal.Signed proof = result.proof().orElseThrow();
        assertThat(proof.evidence()).isEqualTo(Evidence.SYNC);
        assertThat(proof.round()).isEqualTo(2);
        assertThat(proof.agreementNo()).isEqualTo("20266102000000000001");
        assertThat(proof.fields())
                .containsEntry("sign_scene", scene)
                .containsEntry("status", "NORMAL")
                .containsEntry("invalid_time", "2115-02-01 00:00:00");
    }
}
