package org.paysign.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.paysign.cli.RunningBundle;

/** Success goes to an endpoint that keeps everything, retry to a queue, and cancel to one that is down for good. */
class DeliverOutcomeTest {

    private static final Endpoint SUCCESS = endpoint(503, 301);

    @RegisterExtension
    static final RunningBundle BUNDLE = new RunningBundle()
            .with("paysign.outcome.success", SUCCESS.uri("/outcome?shop=7&x=y"))
            .with("paysign.outcome.retry", "jms:queue:shop.retry")
            .with("paysign.deliver.longest-gap", "1")
            .with("paysign.deliver.tries", "2")
            .with("paysign.deliver.age", "3600");

    private static Endpoint endpoint(Integer... codes) {
        try {
            return new Endpoint(codes);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    @AfterAll
    static void closes() {
        SUCCESS.close();
    }

    @Test
    void repeatsSameIdAndBytesUntilEndpointTakesThem() throws Exception {
        Deal deal = Deal.open(BUNDLE, "{\"external_logon_id\":\"张三\"}");

        deal.relay(deal.phone("sign"));

        await().atMost(Duration.ofSeconds(20)).until(() -> status(deal).equals("DELIVERED"));
        List<Endpoint.Try> tries = SUCCESS.tries();
        assertThat(tries).hasSize(3);
        Endpoint.Try first = tries.get(0);
        JsonNode body = Deal.JSON.readTree(first.bytes());
        for (Endpoint.Try next : tries) {
            assertThat(next.method()).isEqualTo("POST");
            assertThat(next.path()).isEqualTo("/outcome?shop=7&x=y");
            assertThat(next.body()).isEqualTo(first.body());
            assertThat(next.headers())
                    .containsEntry("traceparent", deal.stored().trace().traceparent())
                    .doesNotContainKey("tracestate");
            assertSigned(next, body.path("id").asText());
        }
        assertBody(deal, body);
    }

    private static void assertBody(Deal deal, JsonNode body) {
        assertThat(body.properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder(
                        "id",
                        "version",
                        "type",
                        "merchant",
                        "requestId",
                        "externalAgreementNo",
                        "agreementNo",
                        "resultStatus",
                        "reason",
                        "evidence",
                        "advice",
                        "occurredAt",
                        "alipay");
        assertThat(body.path("type").asText()).isEqualTo("agreement.signed");
        assertThat(body.path("requestId").asText()).isEqualTo(deal.requestId());
        assertThat(body.path("externalAgreementNo").asText()).isEqualTo(deal.number());
        assertThat(body.path("agreementNo")).isEqualTo(body.at("/alipay/agreement_no"));
        assertThat(body.at("/alipay/external_logon_id").asText()).isEqualTo("张三");
        assertThat(OffsetDateTime.parse(body.path("occurredAt").asText())).isNotNull();
    }

    private static void assertSigned(Endpoint.Try sent, String id) throws Exception {
        Map<String, String> headers = sent.headers();
        assertThat(headers)
                .containsEntry("webhook-id", id)
                .containsEntry("idempotency-key", id)
                .containsEntry("content-type", "application/json; charset=UTF-8")
                .doesNotContainKeys("jmscorrelationid", "jmsxdeliverycount", "breadcrumbid");
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        signed.writeBytes((id + "." + headers.get("webhook-timestamp") + ".").getBytes(StandardCharsets.UTF_8));
        signed.writeBytes(sent.bytes());
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret().substring("whsec_".length())), "HmacSHA256"));
        assertThat(headers)
                .containsEntry(
                        "webhook-signature",
                        "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.toByteArray())));
    }

    private static String secret() throws IOException {
        Properties profile = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("config/sandbox/merchants/demo.properties"))) {
            profile.load(reader);
        }
        return profile.getProperty("webhook-secret");
    }

    @Test
    void carriesTheTraceOfTheRequest() throws Exception {
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        String requestId = UUID.randomUUID().toString();
        Message reply = traced(requestId, trace, "vendor=1");
        JsonNode signed = Deal.JSON.readTree(((TextMessage) reply).getText());
        assertThat(reply.getStringProperty("traceparent")).isEqualTo(trace);
        assertThat(reply.getStringProperty("tracestate")).isEqualTo("vendor=1");
        Deal deal = new Deal(
                BUNDLE,
                requestId,
                signed.path("externalAgreementNo").asText(),
                signed.path("signStr").asText());

        deal.relay(deal.phone("fail"));

        try (JMSConsumer shop =
                BUNDLE.jms().createConsumer(BUNDLE.jms().createQueue("shop.retry"), "traceparent = '" + trace + "'")) {
            Message outcome = shop.receive(15_000);
            assertThat(outcome).isNotNull();
            assertThat(outcome.getStringProperty("tracestate")).isEqualTo("vendor=1");
            assertThat(((TextMessage) outcome).getText()).contains(requestId);
        }
        Message refused = traced(requestId, "00-forged\nX: y-01", "vendor=1");
        assertThat(refused.getStringProperty("traceparent"))
                .as("one of its own")
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
        assertThat(refused.propertyExists("tracestate")).isFalse();
    }

    private static Message traced(String requestId, String traceparent, String tracestate) throws Exception {
        String body = Deal.request(requestId, "{}");
        return BUNDLE.receive("paysign.sign.reply", BUNDLE.send("paysign.sign.request", jms -> {
            try {
                TextMessage message = jms.createTextMessage(body);
                message.setStringProperty("traceparent", traceparent);
                message.setStringProperty("tracestate", tracestate);
                return message;
            } catch (JMSException broken) {
                throw new IllegalStateException(broken);
            }
        }));
    }

    @Test
    void deliversToQueue() throws Exception {
        Deal deal = Deal.open(BUNDLE);
        deal.relay(deal.phone("fail"));

        try (JMSConsumer consumer = BUNDLE.jms().createConsumer(BUNDLE.jms().createQueue("shop.retry"))) {
            Message message = consumer.receive(15_000);
            ObjectNode body = (ObjectNode) Deal.JSON.readTree(((TextMessage) message).getText());
            assertThat(body.path("type").asText()).isEqualTo("agreement.retry");
            assertThat(body.path("reason").asText()).isEqualTo("PRODUCT_CODE_NOT_SUPPORTED_ERROR");
            assertThat(message.getStringProperty("webhook_HYPHEN_id"))
                    .isEqualTo(body.path("id").asText());
        }
    }

    @Test
    void parksInTableAfterTriesAndAgeWhileOthersAreDelivered() throws Exception {
        BUNDLE.post("/merchant/faults", "{\"endpoint\":\"cancel\",\"status\":503,\"next\":-1}");
        Deal down = Deal.open(BUNDLE);
        down.relay("6001");
        await().until(() -> tries(down) >= 2);
        assertThat(status(down)).isEqualTo("PENDING");

        deliversToQueue();
        Times.of(BUNDLE).pass(down.number(), Duration.ofHours(2));

        await().until(() -> status(down).equals("PARKED"));
        assertThat(outcome(down).get("last_error")).isEqualTo("http_503");
        assertThat(outcome(down).get("due_at")).isNull();
    }

    private static String status(Deal deal) {
        return String.valueOf(outcome(deal).get("status"));
    }

    private static int tries(Deal deal) {
        return outcome(deal).get("tries") instanceof Integer tries ? tries : 0;
    }

    private static Map<String, Object> outcome(Deal deal) {
        return Times.of(BUNDLE).outcomes(deal.number()).stream().findFirst().orElse(Map.of());
    }
}
