package org.paysign.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paysign.cli.RunningBundle;

class LifecycleTest {

    @RegisterExtension
    static final RunningBundle BUNDLE = new RunningBundle();

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({
        "sign, success, agreement.signed, sync",
        "unknown-signed, success, agreement.signed, query",
        "fail, retry, agreement.retry, query",
        "cancel, cancel, agreement.cancelled, query",
        "cancel-signed, success, agreement.signed, query",
        "network, retry, agreement.retry, query",
        "network-signed, success, agreement.signed, query",
        "forge, cancel, agreement.cancelled, query",
        "unknown-unsigned, cancel, agreement.cancelled, query"
    })
    void takesEveryActToItsEndpoint(String act, String endpoint, String type, String evidence) throws Exception {
        String requestId = UUID.randomUUID().toString();
        // Nothing will ever be known of these two, so their time to sign is cut short.
        String window = act.equals("forge") || act.equals("unknown-unsigned") ? "{\"effect_time\":\"3\"}" : "{}";
        JsonNode reply = BUNDLE.reply(
                "{\"requestId\":\"" + requestId + "\",\"merchant\":\"demo\",\"bizContent\":" + window + "}");
        ObjectNode result = (ObjectNode) BUNDLE.phone(reply.path("signStr").asText(), act);
        result.put("merchant", "demo").put("requestId", requestId);

        BUNDLE.send("paysign.sign.result", JSON.writeValueAsString(result));

        JsonNode outcome = BUNDLE.awaitOutcome(reply.path("externalAgreementNo").asText(), 1);
        assertThat(outcome.path("endpoint").asText()).isEqualTo(endpoint);
        assertThat(outcome.path("type").asText()).isEqualTo(type);
        assertThat(outcome.path("body").path("evidence").asText()).isEqualTo(evidence);
        assertThat(outcome.path("body").path("requestId").asText()).isEqualTo(requestId);
    }
}
