package org.paysign.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.component.jms.JmsMessage;
import org.apache.camel.component.jms.MessageCreatedStrategy;
import org.jspecify.annotations.Nullable;
import org.paysign.log.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the reason on a message that is parked. The message itself is the one that came in, byte for byte and whatever its
 * type: the body is not even opened.
 */
public final class ParkingStamp implements MessageCreatedStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(ParkingStamp.class);

    static final String REASON = "paysignReason";
    static final String DETAIL = "paysignDetail";
    static final String SOURCE = "paysignSource";

    /** Where the routes keep the message as it came in. */
    private static final String RECEIVED = "received";
    /** Properties that PaySign gives, the broker gives, or the broker obeys when the message is sent. */
    private static final Set<String> NOT_KEPT = Set.of("JMSXDeliveryCount", "JMSXUserID", "_AMQ_DUPL_ID");

    /** Puts the message that came in where the route's steps have put others. */
    public void restore(Exchange exchange) {
        Message received = Objects.requireNonNull(exchange.getProperty(RECEIVED, Message.class), RECEIVED);
        exchange.setMessage(new JmsMessage(exchange, received, null, null));
    }

    @Override
    public void onMessageCreated(Message message, Session session, Exchange exchange, @Nullable Throwable cause) {
        Throwable why = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        try {
            Map<String, Object> properties = properties(message);
            properties.put(REASON, reason(why));
            properties.put(DETAIL, detail(why));
            String source = message.getJMSDestination() instanceof Queue queue ? queue.getQueueName() : "";
            properties.put(SOURCE, source);
            replace(message, properties);
            Event.of("message.parked")
                    .with("source", source)
                    .with("reason", reason(why))
                    .in(Traces.of(exchange))
                    .warn(LOG);
        } catch (JMSException broken) {
            throw new IllegalStateException(
                    "A message cannot be marked for " + REASON + "; it stays on its queue", broken);
        }
    }

    /** Makes a parked message what it was before it was parked. */
    static void remove(Message message) throws JMSException {
        Map<String, Object> properties = properties(message);
        properties.keySet().removeAll(Set.of(REASON, DETAIL, SOURCE));
        replace(message, properties);
    }

    /** What was received is read-only until it is cleared. */
    private static void replace(Message message, Map<String, Object> properties) throws JMSException {
        message.clearProperties();
        for (Map.Entry<String, Object> property : properties.entrySet()) {
            message.setObjectProperty(property.getKey(), property.getValue());
        }
    }

    private static Map<String, Object> properties(Message message) throws JMSException {
        Map<String, Object> properties = new LinkedHashMap<>();
        Enumeration<?> names = message.getPropertyNames();
        while (names.hasMoreElements()) {
            String name = String.valueOf(names.nextElement());
            if (!NOT_KEPT.contains(name)) {
                properties.put(name, message.getObjectProperty(name));
            }
        }
        return properties;
    }

    private static String reason(@Nullable Throwable why) {
        if (why instanceof Unprocessable verdict) {
            return verdict.reason();
        }
        return why instanceof JsonProcessingException ? "unreadable" : "failed";
    }

    /** One sentence that holds nothing of the message: texts of foreign exceptions may quote it. */
    private static String detail(@Nullable Throwable why) {
        if (why instanceof Unprocessable verdict) {
            return String.valueOf(verdict.getMessage());
        }
        if (why instanceof JsonProcessingException json) {
            return json.getLocation() == null
                    ? "The body is not the JSON this queue takes."
                    : "The body is not the JSON this queue takes: line "
                            + json.getLocation().getLineNr() + ", column "
                            + json.getLocation().getColumnNr() + ".";
        }
        String kind = why == null ? "unknown" : why.getClass().getSimpleName();
        return "Processing failed at every try with " + kind
                + ": see the log at this message's time, mend the cause, and" + " move the message back to its queue.";
    }
}
