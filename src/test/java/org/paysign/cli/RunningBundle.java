package org.paysign.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.CamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.paysign.http.ManagementServer;
import org.paysign.sandbox.KeptKeys;
import org.paysign.support.FreePort;

/** The shipped routes and configuration in this JVM, with a real broker, a real database and the outside world. */
@org.jspecify.annotations.NullUnmarked
public final class RunningBundle implements BeforeAllCallback, AfterAllCallback {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final int publicPort = FreePort.find();
    private final Map<String, String> overrides = new HashMap<>();
    private SandboxRun sandbox;
    private JMSContext jms;

    /** Replaces a key of the configuration. */
    public RunningBundle with(String key, String value) {
        overrides.put(key, value);
        return this;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        overrides.put("paysign.data.dir", temporary());
        overrides.put("paysign.sandbox.port", "0");
        overrides.put("paysign.sandbox.broker.port", "0");
        overrides.put("paysign.http.port", String.valueOf(publicPort));
        overrides.put("paysign.management.port", "0");
        overrides.putIfAbsent("paysign.merchants.dir", onlyDemo());
        sandbox = SandboxRun.start(Path.of("config"), Path.of("routes"), overrides);
        sandbox.bundle().start();
        jms = new ActiveMQConnectionFactory(
                        "vm://0", "sandbox", overrides.getOrDefault("paysign.broker.password", "sandbox"))
                .createContext(JMSContext.AUTO_ACKNOWLEDGE);
    }

    /** Sends a body to the address of the notices and returns status and answer. */
    public String notice(byte[] form) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + publicPort + "/alipay/notify"))
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(form))
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        return response.statusCode() + " " + response.body();
    }

    /** The port of health and metrics. */
    public int managementPort() {
        return bean("managementServer", ManagementServer.class).port();
    }

    /** The shipped profile alone, so that requests may leave the merchant out. */
    private static String onlyDemo() throws IOException {
        Path folder = Files.createTempDirectory("merchants");
        Files.copy(Path.of("config/sandbox/merchants/demo.properties"), folder.resolve("demo.properties"));
        return folder.toString();
    }

    private static String temporary() throws IOException {
        return KeptKeys.in(Files.createTempDirectory("paysign")).toString();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        jms.close();
        sandbox.bundle().stop();
        sandbox.close();
    }

    public CamelContext camel() {
        return sandbox.bundle().getCamelContext();
    }

    public <T> T bean(String name, Class<T> type) {
        return camel().getRegistry().lookupByNameAndType(name, type);
    }

    public String dataDir() {
        return overrides.get("paysign.data.dir");
    }

    public int brokerPort() {
        return sandbox.brokerPort();
    }

    /** The broker's client session; one thread at a time. */
    public JMSContext jms() {
        return jms;
    }

    /** Sends a message made by the test and returns its correlation id. */
    public String send(String queue, Function<JMSContext, Message> make) throws JMSException {
        Message message = make.apply(jms);
        if (message.getJMSCorrelationID() == null) {
            message.setJMSCorrelationID(UUID.randomUUID().toString());
        }
        jms.createProducer().send(jms.createQueue(queue), message);
        return message.getJMSCorrelationID();
    }

    public String send(String queue, String body) throws JMSException {
        return send(queue, context -> context.createTextMessage(body));
    }

    /** Waits for the message with this correlation id. */
    public Message receive(String queue, String correlationId) {
        try (JMSConsumer consumer =
                jms.createConsumer(jms.createQueue(queue), "JMSCorrelationID = '" + correlationId + "'")) {
            Message message = consumer.receive(PATIENCE.toMillis());
            if (message == null) {
                throw new AssertionError("Nothing with this correlation id came to " + queue);
            }
            return message;
        }
    }

    /** Sends a request and returns the text of its reply. */
    public String ask(String request) throws JMSException {
        return ((TextMessage) receive("paysign.sign.reply", send("paysign.sign.request", request))).getText();
    }

    public JsonNode reply(String request) throws Exception {
        return JSON.readTree(ask(request));
    }

    /** What a phone returns for a signStr. */
    public JsonNode phone(String signStr, String act) throws Exception {
        return post(
                "/phone/paySignCenter",
                JSON.writeValueAsString(Map.of("signStr", signStr, "act", act, "notify", "lost")));
    }

    public JsonNode post(String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(world(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return JSON.readTree(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private URI world(String path) {
        return URI.create("http://127.0.0.1:" + sandbox.worldPort() + path);
    }

    /** What the merchant's endpoints got about an agreement. */
    public List<JsonNode> outcomes(String externalAgreementNo) {
        try {
            HttpRequest request = HttpRequest.newBuilder(
                            world("/merchant/outcomes?externalAgreementNo=" + externalAgreementNo))
                    .build();
            JsonNode all = JSON.readTree(
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body());
            return StreamSupport.stream(all.spliterator(), false).toList();
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Waits for the next outcome of an agreement. */
    public JsonNode awaitOutcome(String externalAgreementNo, int count) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> outcomes(externalAgreementNo), list -> list.size() >= count)
                .get(count - 1);
    }
}
