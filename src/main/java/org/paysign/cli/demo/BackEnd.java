package org.paysign.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.paysign.json.StrictJson;

/**
 * The merchant's back end: a JMS client that sends requests and relays results, with an eye on its own endpoints; for one
 * thread. Whatever does not come in time is a {@link TimeoutException} that says what was waited for.
 */
final class BackEnd implements AutoCloseable {

    static final String REQUEST = "paysign.sign.request";
    static final String REPLY = "paysign.sign.reply";
    static final String RESULT = "paysign.sign.result";
    static final String PARKED = "paysign.parked";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LOOK_MILLIS = 100;
    private static final ObjectMapper JSON = StrictJson.mapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final JMSContext jms;
    private final Site site;

    BackEnd(Site site) {
        this.site = site;
        this.jms = site.connect();
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** Sends a text under a correlation id. */
    void send(String queue, String id, String text) {
        jms.createProducer().setJMSCorrelationID(id).send(jms.createQueue(queue), text);
    }

    /** Takes the one message with this correlation id. */
    TextMessage receive(String queue, String id) throws TimeoutException {
        try (JMSConsumer consumer = jms.createConsumer(jms.createQueue(queue), "JMSCorrelationID = '" + id + "'")) {
            if (consumer.receive(PATIENCE.toMillis()) instanceof TextMessage message) {
                return message;
            }
            throw late("queue " + queue);
        }
    }

    /** Sends a sign request and returns the reply as it came. */
    String ask(String id, ObjectNode request) throws TimeoutException, JMSException {
        send(REQUEST, id, request.toString());
        return receive(REPLY, id).getText();
    }

    /** Has the customer do something with a signStr; no notice follows, or it might be faster than a question. */
    JsonNode phone(String signStr, String act) throws IOException, InterruptedException {
        return JSON.readTree(post("/phone/paySignCenter", Map.of("signStr", signStr, "act", act, "notify", "lost")));
    }

    /** Orders trouble for the next calls. */
    void trouble(String path, Map<String, ?> order) throws IOException, InterruptedException {
        post(path, order);
    }

    /** What the merchant's endpoints got about an agreement, as text, once there is anything. */
    String receipts(String externalAgreementNo) throws IOException, InterruptedException, TimeoutException {
        HttpRequest look = HttpRequest.newBuilder(
                        site.world("/merchant/outcomes?externalAgreementNo=" + externalAgreementNo))
                .build();
        long start = System.nanoTime();
        while (System.nanoTime() - start < PATIENCE.toNanos()) {
            String receipts = http.send(look, BodyHandlers.ofString()).body();
            if (!receipts.equals("[]")) {
                return receipts;
            }
            Thread.sleep(LOOK_MILLIS);
        }
        throw late("any endpoint");
    }

    static JsonNode read(String json) throws IOException {
        return JSON.readTree(json);
    }

    private String post(String path, Map<String, ?> body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(site.world(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        var response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(path + " answered " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    private static TimeoutException late(String where) {
        return new TimeoutException("nothing at " + where + " in " + PATIENCE.toSeconds() + " s");
    }

    @Override
    public void close() {
        jms.close();
    }
}
