package org.paysign.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.paysign.json.StrictJson;

/**
 * The merchant's back end: a JMS client that sends requests and relays results; for one thread. Whatever does not come in
 * time is a {@link TimeoutException} that says what was waited for.
 */
final class BackEnd implements AutoCloseable {

    static final String REQUEST = "paysign.sign.request";
    static final String REPLY = "paysign.sign.reply";
    static final String RESULT = "paysign.sign.result";
    static final String UNSIGN = "paysign.unsign.request";
    static final String PARKED = "paysign.parked";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = StrictJson.mapper();

    private final JMSContext jms;
    private final Outside outside;

    BackEnd(Site site) {
        this.outside = new Outside(site);
        this.jms = site.connect();
    }

    /** What the merchant's people would see and do elsewhere. */
    Outside outside() {
        return outside;
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static JsonNode read(String json) throws IOException {
        return JSON.readTree(json);
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
            throw late("queue " + queue, PATIENCE);
        }
    }

    /** Sends a sign request and returns the reply as it came. */
    String ask(String id, ObjectNode request) throws TimeoutException, JMSException {
        return ask(REQUEST, id, request);
    }

    /** Sends a request and returns the reply as it came. */
    String ask(String queue, String id, ObjectNode request) throws TimeoutException, JMSException {
        send(queue, id, request.toString());
        return receive(REPLY, id).getText();
    }

    static TimeoutException late(String where, Duration patience) {
        return new TimeoutException("nothing at " + where + " in " + patience.toSeconds() + " s");
    }

    @Override
    public void close() {
        jms.close();
    }
}
