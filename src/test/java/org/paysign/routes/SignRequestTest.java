package org.paysign.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paysign.agreement.State;
import org.paysign.cli.RunningBundle;

class SignRequestTest {

    @RegisterExtension
    static final RunningBundle BUNDLE = new RunningBundle();

    private static final String EXAMPLE =
            """
            {"requestId": "order-1001", "merchant": "demo", "clientVersion": "10.5.96",
             "bizContent": {"external_agreement_no": "xidong___2317", "external_logon_id": "13852852877",
                            "sign_scene": "INDUSTRY|CARRENTAL"}}
            """;

    @Test
    void answersExampleOfContractAndRepeatsByteForByte() throws Exception {
        String first = BUNDLE.ask(EXAMPLE);

        JsonNode reply = Deal.JSON.readTree(first);
        assertThat(reply.path("requestId").asText()).isEqualTo("order-1001");
        assertThat(reply.path("merchant").asText()).isEqualTo("demo");
        assertThat(reply.path("externalAgreementNo").asText()).isEqualTo("xidong___2317");
        assertThat(reply.path("supported").asBoolean()).isTrue();
        assertThat(reply.path("launchUrl").asText())
                .startsWith("alipays://platformapi/startapp?")
                .endsWith(reply.path("signStr").asText());
        assertThat(reply.path("issuedAt").asText()).endsWith("+08:00");
        assertThat(BUNDLE.phone(reply.path("signStr").asText(), "cancel")
                        .path("resultStatus")
                        .asText())
                .isEqualTo("6001");
        assertThat(BUNDLE.ask(EXAMPLE)).isEqualTo(first);
        assertThat(BUNDLE.ask("{\"bizContent\":{\"sign_scene\":\"INDUSTRY|CARRENTAL\",\"external_logon_id\":"
                        + "\"13852852877\",\"external_agreement_no\":\"xidong___2317\"},"
                        + "\"clientVersion\":\"10.5.96\",\"requestId\":\"order-1001\"}"))
                .as("other order and blanks, and the only merchant left out")
                .isEqualTo(first);
        JsonNode conflict = BUNDLE.reply(EXAMPLE.replace("10.5.96", "10.5.97"));
        assertThat(conflict.at("/error/code").asText()).isEqualTo("idempotency_conflict");
        assertThat(conflict.path("requestId").asText()).isEqualTo("order-1001");
    }

    @Test
    void answersConcurrentRepeatsWithOneText() throws Exception {
        String requestId = UUID.randomUUID().toString();
        Set<String> replies = new HashSet<>();

        IntStream.range(0, 8).parallel().forEach(n -> send(Deal.request(requestId, "{}"), requestId));

        try (JMSConsumer consumer = BUNDLE.jms()
                .createConsumer(
                        BUNDLE.jms().createQueue("paysign.sign.reply"), "JMSCorrelationID = '" + requestId + "'")) {
            for (int i = 0; i < 8; i++) {
                Message reply = consumer.receive(15_000);
                assertThat(reply).isNotNull();
                replies.add(((TextMessage) reply).getText());
            }
        }
        assertThat(replies).singleElement().asString().contains("signStr");
    }

    private static void send(String body, String correlationId) {
        try (JMSContext jms = new ActiveMQConnectionFactory("vm://0", "sandbox", "sandbox").createContext()) {
            jms.createProducer().setJMSCorrelationID(correlationId).send(jms.createQueue("paysign.sign.request"), body);
        }
    }

    @Test
    void takesBytesOfExactlyTheLimit() throws Exception {
        String request = Deal.request(UUID.randomUUID().toString(), "{}");
        byte[] body = (" ".repeat(64 * 1024 - request.length()) + request).getBytes(StandardCharsets.UTF_8);

        String id = BUNDLE.send("paysign.sign.request", jms -> BadMessage.bytes(jms, body));

        assertThat(((TextMessage) BUNDLE.receive("paysign.sign.reply", id)).getText())
                .contains("signStr");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"requestId\":\"r\",\"merchant\":\"nobody\",\"bizContent\":{}}; unknown_merchant; /merchant",
                "{\"requestId\":\"r\"}; invalid_request; /bizContent",
                "{\"requestId\":\"r\",\"bizContent\":[]}; invalid_request; /bizContent",
                "{\"requestId\":\"r\",\"bizContent\":{},\"clientVersion\":\"ten\"}; invalid_request; /clientVersion",
                "{\"requestId\":\"r\",\"bizContent\":{},\"returnUrl\":\"jms:x\"}; invalid_request; /returnUrl",
                "{\"requestId\":\"r\",\"bizContent\":{\"external_agreement_no\":\"x x\"}}; invalid_request;"
                        + " /bizContent/external_agreement_no",
                "{\"requestId\":\"r\",\"bizContent\":{\"period_rule_params\":{\"period_type\":\"DAY\"}}};"
                        + " invalid_request; /bizContent/period_rule_params/period"
            })
    void namesEveryViolation(String request, String code, String path) throws Exception {
        JsonNode reply = BUNDLE.reply(request);

        assertThat(reply.path("requestId").asText()).isEqualTo("r");
        assertThat(reply.at("/error/code").asText()).isEqualTo(code);
        assertThat(reply.at("/error/violations").findValuesAsText("path")).contains(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "\"text\"",
                "7",
                "null",
                "{\"requestId\":\"\",\"bizContent\":{}}",
                "{\"requestId\":7,\"bizContent\":{}}",
                "{\"requestId\":\"a b\",\"bizContent\":{}}",
                "{\"requestId\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\",\"bizContent\":{}}"
            })
    void parksWhatCannotBeAnswered(String request) throws Exception {
        Message parked = BUNDLE.receive("paysign.parked", BUNDLE.send("paysign.sign.request", request));

        assertThat(parked.getStringProperty("paysignReason")).isEqualTo("invalid_request");
        assertThat(((TextMessage) parked).getText()).isEqualTo(request);
    }

    @ParameterizedTest
    @CsvSource({"10.0.18, true", "10.0.9, false", "9.9.99, false", "10.0.18.1, true", "10, false", "100.0, true"})
    void comparesVersionsNumberByNumber(String version, boolean supported) throws Exception {
        JsonNode reply = BUNDLE.reply(
                "{\"requestId\":\"v-" + version + "\",\"clientVersion\":\"" + version + "\",\"bizContent\":{}}");

        assertThat(reply.path("supported").asBoolean()).isEqualTo(supported);
    }

    @Test
    void laysDefaultsUnderRequestAndWarnsOfReturnUrl() throws Exception {
        JsonNode reply = BUNDLE.reply("{\"requestId\":\"defaults\",\"returnUrl\":\"https://shop.example/back\","
                + "\"bizContent\":{\"period_rule_params\":{\"single_amount\":\"5.00\"}}}");

        String signed = decoded(decoded(reply.path("signStr").asText()));
        assertThat(signed)
                .contains("\"single_amount\":\"5.00\"", "\"period_type\":\"MONTH\"", "CYCLE_PAY_AUTH_P")
                .contains("return_url=https://shop.example/back");
        assertThat(reply.path("warnings")).hasSize(1).first().asString().contains("/returnUrl");
        assertThat(reply.path("externalAgreementNo").asText()).matches("[A-Za-z0-9]{32}");
    }

    @Test
    void takesCharactersBeyondTheBasicPlane() throws Exception {
        JsonNode reply = BUNDLE.reply(
                Deal.request("emoji", "{\"sign_scene\":\"" + "😀".repeat(64) + "\",\"external_logon_id\":\"张三\"}"));

        assertThat(decoded(decoded(reply.path("signStr").asText()))).contains("😀", "张三");
    }

    @Test
    void signsNumberAgainAfterCancelButNotAfterSigning() throws Exception {
        String biz = "{\"external_agreement_no\":\"again" + System.nanoTime() + "\"}";
        Deal first = Deal.open(BUNDLE, biz);
        first.relay(first.phone("cancel"));
        first.outcome(1);

        Deal second = Deal.open(BUNDLE, biz);

        assertThat(second.stored().round()).isEqualTo(2);
        assertThat(second.state()).isEqualTo(State.ISSUED);
        second.relay(second.phone("sign"));
        assertThat(second.outcome(2).at("/body/version").asInt()).isEqualTo(2);
        Awaitility.await().until(() -> second.state() == State.SIGNED);
        JsonNode refused = BUNDLE.reply(Deal.request("third", biz));
        assertThat(refused.at("/error/code").asText()).isEqualTo("invalid_request");
        assertThat(refused.at("/error/violations").findValuesAsText("path"))
                .isEqualTo(List.of("/bizContent/external_agreement_no"));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
