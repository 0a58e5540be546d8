package org.paysign.sandbox.pages;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.util.Optional;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** The merchant's back end of the mini program: a JMS client of the bundle like any other, safe for many threads. */
final class Shop {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final ShopSettings settings;

    Shop(ShopSettings settings) {
        this.settings = settings;
    }

    /** Sends a sign request and waits for its reply; empty when none comes in time. */
    Optional<String> sign(String correlation, ObjectNode request) {
        return ask("paysign.sign.request", correlation, request);
    }

    Optional<String> unsign(String correlation, ObjectNode request) {
        return ask("paysign.unsign.request", correlation, request);
    }

    /** Relays what {@code my.paySignCenter} returned. */
    void relay(String correlation, ObjectNode result) {
        try (var jms = connect()) {
            jms.createProducer()
                    .setJMSCorrelationID(correlation)
                    .send(jms.createQueue("paysign.sign.result"), result.toString());
        }
    }

    private Optional<String> ask(String queue, String correlation, ObjectNode request) {
        try (var jms = connect()) {
            var replies = jms.createTemporaryQueue();
            try (var consumer = jms.createConsumer(replies)) {
                jms.createProducer()
                        .setJMSCorrelationID(correlation)
                        .setJMSReplyTo(replies)
                        .send(jms.createQueue(queue), request.toString());
                return consumer.receive(PATIENCE.toMillis()) instanceof TextMessage reply
                        ? Optional.ofNullable(reply.getText())
                        : Optional.empty();
            }
        } catch (JMSException broken) {
            throw new JMSRuntimeException("The reply cannot be read", broken.getErrorCode(), broken);
        }
    }

    /** The context owns its connection; the factory holds nothing once there is one. */
    private JMSContext connect() {
        return new ActiveMQConnectionFactory("tcp://127.0.0.1:" + settings.port(), settings.user(), settings.password())
                .createContext(JMSContext.AUTO_ACKNOWLEDGE);
    }
}
