package org.paysign.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.jms.Destination;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paysign.cli.RunningBundle;
import org.paysign.store.Database;
import org.paysign.store.TimeTravel;

class ReplyAddressTest {

    @RegisterExtension
    static final RunningBundle BUNDLE = new RunningBundle().with("paysign.queue.consumers", "1");

    private static final Map<String, String> STEERING = Map.ofEntries(
            Map.entry("CamelJmsDestinationName", "paysign.elsewhere"),
            Map.entry("CamelJmsDestination", "paysign.elsewhere"),
            Map.entry("CamelHttpUri", "http://127.0.0.1:1/"),
            Map.entry("CamelHttpMethod", "DELETE"),
            Map.entry("CamelBeanMethodName", "toString"),
            Map.entry("CamelCharsetName", "UTF-16"),
            Map.entry("CamelJacksonUnmarshalType", "java.lang.String"),
            Map.entry("camelJmsDestinationName", "paysign.elsewhere"),
            Map.entry("Host", "elsewhere"),
            Map.entry("Content_HYPHEN_Type", "text/xml"),
            Map.entry("Authorization", "Basic eDp5"),
            Map.entry("jmsreplyto", "paysign.elsewhere"),
            Map.entry("jmscorrelationid", "stolen"),
            Map.entry("jmsxdeliverycount", "99"),
            Map.entry("breadcrumbId", "1"));

    @Test
    void ignoresPropertiesThatWouldSteer() throws Exception {
        String request = Deal.request(UUID.randomUUID().toString(), "{}");

        String id = BUNDLE.send("paysign.sign.request", jms -> steering(jms.createTextMessage(request)));

        Message reply = BUNDLE.receive("paysign.sign.reply", id);
        assertThat(Deal.JSON.readTree(((TextMessage) reply).getText()).has("signStr"))
                .isTrue();
        assertThat(holdsNoneOfThem(reply))
                .as("properties of the request on the reply")
                .isTrue();
    }

    @Test
    void ignoresPropertiesThatWouldSteerOutcome() throws Exception {
        Deal deal = Deal.open(BUNDLE);
        String result = Deal.JSON.writeValueAsString(
                deal.phone("sign").put("merchant", "demo").put("requestId", deal.requestId()));

        BUNDLE.send("paysign.sign.result", jms -> steering(jms.createTextMessage(result)));

        assertThat(deal.outcome(1).path("endpoint").asText()).isEqualTo("success");
    }

    @Test
    void parksDuplicateIdsOfSendersTwice() throws Exception {
        String same = UUID.randomUUID().toString();
        for (String queue : new String[] {"paysign.sign.request", "paysign.sign.result"}) {
            String id = BUNDLE.send(queue, jms -> {
                Message message = jms.createTextMessage("nonsense");
                set(message, "_AMQ_DUPL_ID", same);
                return message;
            });

            assertThat(BUNDLE.receive("paysign.parked", id).getStringProperty("paysignSource"))
                    .isEqualTo(queue);
        }
    }

    @Test
    void repliesToTemporaryQueue() throws Exception {
        assertThat(replyAt(BUNDLE.jms().createTemporaryQueue(), "{}").has("signStr"))
                .isTrue();
    }

    @Test
    void repliesToAllowedQueue() throws Exception {
        assertThat(replyAt(BUNDLE.jms().createQueue("paysign.reply.billing"), "{}")
                        .has("signStr"))
                .isTrue();
    }

    @Test
    void repliesToAllowedQueueWithErrorToo() throws Exception {
        Queue billing = BUNDLE.jms().createQueue("paysign.reply.billing");

        assertThat(replyAt(billing, "{\"sign_scene\":null}").at("/error/code").asText())
                .isEqualTo("invalid_request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "queue:paysign.sign.request",
                "queue:paysign.sign.result",
                "queue:paysign.unsign.request",
                "queue:paysign.parked",
                "queue:shop.orders",
                "queue:DLQ",
                "queue:xpaysign.reply",
                "topic:paysign.reply.billing"
            })
    void parksRequestThatMayNotBeAnswered(String address) throws Exception {
        Destination replyTo = address.startsWith("topic:")
                ? BUNDLE.jms().createTopic(address.substring(6))
                : BUNDLE.jms().createQueue(address.substring(6));
        TimeTravel database = new TimeTravel(BUNDLE.bean("database", Database.class));
        int before = database.requests();
        String request = Deal.request(UUID.randomUUID().toString(), "{}");

        String id = BUNDLE.send("paysign.sign.request", jms -> asking(jms.createTextMessage(request), replyTo));

        Message parked = BUNDLE.receive("paysign.parked", id);
        assertThat(parked.getStringProperty("paysignReason")).isEqualTo("reply_refused");
        assertThat(((TextMessage) parked).getText()).isEqualTo(request);
        assertThat(parked.getJMSReplyTo()).isEqualTo(replyTo);
        assertThat(database.requests()).isEqualTo(before);
    }

    private static JsonNode replyAt(Destination replyTo, String bizContent) throws Exception {
        String request = Deal.request(UUID.randomUUID().toString(), bizContent);
        String id = BUNDLE.send("paysign.sign.request", jms -> asking(jms.createTextMessage(request), replyTo));
        try (JMSConsumer consumer = BUNDLE.jms().createConsumer(replyTo)) {
            Message reply = consumer.receive(15_000);
            assertThat(reply.getJMSCorrelationID()).isEqualTo(id);
            return Deal.JSON.readTree(((TextMessage) reply).getText());
        }
    }

    private static Message asking(Message message, Destination replyTo) {
        try {
            message.setJMSReplyTo(replyTo);
            return message;
        } catch (JMSException refused) {
            throw new IllegalArgumentException(refused);
        }
    }

    private static Message steering(Message message) {
        STEERING.forEach((name, value) -> set(message, name, value));
        return message;
    }

    private static void set(Message message, String name, String value) {
        try {
            message.setStringProperty(name, value);
        } catch (JMSException refused) {
            throw new IllegalArgumentException(refused);
        }
    }

    private static boolean holdsNoneOfThem(Message message) throws JMSException {
        for (String name : STEERING.keySet()) {
            if (message.propertyExists(name)) {
                return false;
            }
        }
        return true;
    }
}
