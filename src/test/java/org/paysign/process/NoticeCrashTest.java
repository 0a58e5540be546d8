package org.paysign.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.management.InstanceNotFoundException;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;

/**
 * Kills the process at a chosen step of the shipped route: Camel's debugger, switched on for this process only, holds the
 * notice there.
 */
class NoticeCrashTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Between verifying and committing, and between committing and answering. */
    private static final List<String> STEPS = List.of("record-notice-signed", "answer-type");

    @Test
    void endsInOneOutcomeWhenAlipayRepeatsItself() throws Exception {
        try (SandboxProcess sandbox = SandboxProcess.named("notice")
                .with("camel.debug.enabled", "true")
                .with("camel.debug.standby", "true")) {
            sandbox.start();
            for (String step : STEPS) {
                String number = issued(sandbox, step);
                AlipaysNotice notice = AlipaysNotice.signed(sandbox, number);

                CompletableFuture<String> answer = killAt(step, sandbox, notice);
                assertThat(answer).as(step).failsWithin(Duration.ofSeconds(30));
                sandbox.start();

                assertThat(repeat(notice)).as(step).isEqualTo("200 success");
                assertOneOutcome(sandbox, number, notice);
            }
        }
    }

    private static void assertOneOutcome(SandboxProcess sandbox, String number, AlipaysNotice notice)
            throws IOException, InterruptedException {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> outcomes(sandbox, number).size() > 0);
        assertThat(repeat(notice)).isEqualTo("200 success");
        JsonNode outcome = outcomes(sandbox, number).path(0);
        await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(
                        outcomes(sandbox, number))
                .as("delivered at least once, under one id")
                .isNotEmpty()
                .allSatisfy(again -> assertThat(again.path("id")).isEqualTo(outcome.path("id"))));
        assertThat(outcome.path("endpoint").asText()).isEqualTo("success");
        assertThat(outcome.at("/body/evidence").asText()).isEqualTo("notify");
        assertThat(outcome.at("/body/version").asInt()).isEqualTo(1);
    }

    private static CompletableFuture<String> killAt(String step, SandboxProcess sandbox, AlipaysNotice notice)
            throws Exception {
        CompletableFuture<String> answer;
        try (Jmx jmx = Jmx.attach(sandbox.pid())) {
            await().atMost(Duration.ofSeconds(60))
                    .ignoreException(InstanceNotFoundException.class)
                    .untilAsserted(() ->
                            assertThat(jmx.route("receive-notify", "State")).isEqualTo("Started"));
            jmx.breakAt(step);
            answer = notice.send();
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(jmx.heldSteps()).hasToString("[" + step + "]"));
        }
        sandbox.kill();
        return answer;
    }

    /** The public port opens after the broker's and the world's, and the route a little later. */
    private static String repeat(AlipaysNotice notice) {
        return await().atMost(Duration.ofSeconds(60))
                .ignoreExceptionsMatching(failure -> failure instanceof java.util.concurrent.CompletionException down
                        && down.getCause() instanceof ConnectException)
                .until(() -> notice.send().join(), answer -> !answer.startsWith("404"));
    }

    private static String issued(SandboxProcess sandbox, String requestId) throws IOException {
        try (JMSContext jms = new ActiveMQConnectionFactory(sandbox.brokerUrl(), "sandbox", "sandbox").createContext();
                JMSConsumer replies = jms.createConsumer(jms.createQueue("paysign.sign.reply"))) {
            jms.createProducer()
                    .send(
                            jms.createQueue("paysign.sign.request"),
                            "{\"requestId\":\"" + requestId + "\",\"merchant\":\"demo\",\"bizContent\":{}}");
            return JSON.readTree(replies.receiveBody(String.class, 60_000))
                    .path("externalAgreementNo")
                    .asText();
        }
    }

    private static JsonNode outcomes(SandboxProcess sandbox, String number) throws IOException, InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(sandbox.world("/merchant/outcomes?externalAgreementNo=" + number))
                .build();
        return JSON.readTree(HttpClient.newHttpClient()
                .send(question, HttpResponse.BodyHandlers.ofString())
                .body());
    }
}
