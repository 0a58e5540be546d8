package org.paysign.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.paysign.cli.RunningBundle;

/** The files of src/site/examples, as they stand, against a bundle that reports by queue. */
@NullUnmarked
class ExamplesTest {

    private static final Path EXAMPLES = Path.of("src/site/examples");
    private static final ObjectMapper JSON = new ObjectMapper();
    /** The sandbox's, from config/sandbox/merchants/demo.properties. */
    private static final String SECRET = "whsec_c2FuZGJveC1vbmx5LW5vdC1hLXNlY3JldC0hISE=";

    @RegisterExtension
    static final RunningBundle BUNDLE =
            new RunningBundle().with("paysign.outcome.success", "jms:queue:paysign.outcome.success");

    @Test
    void signsWithThePlainClient() throws Exception {
        Process client = client(SECRET);
        try (BufferedReader out = client.inputReader();
                Writer in = client.outputWriter()) {
            JsonNode reply = JSON.readTree(out.readLine());
            in.write(BUNDLE.phone(reply.path("signStr").asText(), "sign") + "\n");
            in.flush();

            JsonNode outcome = JSON.readTree(out.readLine());

            assertThat(outcome.path("type").asText()).isEqualTo("agreement.signed");
            assertThat(outcome.path("requestId")).isEqualTo(reply.path("requestId"));
            assertThat(outcome.path("externalAgreementNo")).isEqualTo(reply.path("externalAgreementNo"));
            assertThat(client.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(client.exitValue()).isZero();
        } finally {
            client.destroyForcibly();
        }
    }

    @Test
    void refusesOutcomeThatIsSignedWithAnotherSecret() throws Exception {
        Process client = client("whsec_c29tZWJvZHkgZWxzZSdzIHNlY3JldCwgbm90IG91cnM=");
        try (BufferedReader out = client.inputReader();
                Writer in = client.outputWriter()) {
            JsonNode reply = JSON.readTree(out.readLine());
            in.write(BUNDLE.phone(reply.path("signStr").asText(), "sign") + "\n");
            in.flush();

            assertThat(out.readLine()).isNull();
            assertThat(client.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(client.exitValue()).isNotZero();
        } finally {
            client.destroyForcibly();
        }
    }

    private static Process client(String secret) throws Exception {
        Path errors = Files.createDirectories(Path.of("target", "process")).resolve("sign-client.log");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dlog4j2.level=OFF",
                        EXAMPLES.resolve("SignClient.java").toString(),
                        "tcp://127.0.0.1:" + BUNDLE.brokerPort(),
                        "sandbox",
                        "sandbox",
                        "demo")
                .redirectError(errors.toFile());
        builder.environment().put("WEBHOOK_SECRET", secret);
        return builder.start();
    }

    @Test
    void signsWithTheCamelRoutes() throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            Map.of(
                            "sign-client.broker.url", "tcp://127.0.0.1:" + BUNDLE.brokerPort(),
                            "sign-client.broker.user", "sandbox",
                            "sign-client.broker.password", "sandbox",
                            "sign-client.show", "mock:show",
                            "sign-client.signed", "mock:signed")
                    .forEach(camel.getPropertiesComponent()::addInitialProperty);
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(List.of(ResourceHelper.resolveMandatoryResource(
                            camel, "file:" + EXAMPLES.resolve("sign-client.camel.yaml"))));
            camel.start();
            ProducerTemplate erp = camel.createProducerTemplate();
            String requestId = UUID.randomUUID().toString();

            erp.sendBodyAndHeader(
                    "direct:order-sign-str",
                    "{\"requestId\":\"" + requestId + "\",\"merchant\":\"demo\",\"bizContent\":{}}",
                    "JMSCorrelationID",
                    "session-1");
            Exchange shown = heard(camel, "mock:show", requestId);
            assertThat(shown.getMessage().getHeader("JMSCorrelationID")).isEqualTo("session-1");
            JsonNode phone = BUNDLE.phone(json(shown).path("signStr").asText(), "sign");
            erp.sendBody(
                    "direct:relay-result",
                    JSON.createObjectNode()
                            .put("merchant", "demo")
                            .put("requestId", requestId)
                            .put("resultStatus", phone.path("resultStatus").asText())
                            .put("result", phone.path("result").asText())
                            .toString());

            JsonNode outcome = json(heard(camel, "mock:signed", requestId));
            assertThat(outcome.path("type").asText()).isEqualTo("agreement.signed");
            assertThat(outcome.path("requestId").asText()).isEqualTo(requestId);
        }
    }

    /** Others may have left something in the queue. */
    private static Exchange heard(DefaultCamelContext camel, String mock, String requestId) {
        MockEndpoint endpoint = camel.getEndpoint(mock, MockEndpoint.class);
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> endpoint.getExchanges().stream()
                                .filter(exchange -> json(exchange)
                                        .path("requestId")
                                        .asText()
                                        .equals(requestId))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static JsonNode json(Exchange exchange) {
        try {
            return JSON.readTree(exchange.getMessage().getBody(String.class));
        } catch (JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }
}
