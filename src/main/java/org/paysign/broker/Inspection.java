package org.paysign.broker;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;

/** One look at a broker. Nothing is taken from a queue, and what is sent is rolled back. One thread at a time. */
final class Inspection {

    private final ClientSession session;
    private final AddressRules rules;
    private final Set<String> warnings = new LinkedHashSet<>();
    private boolean blind;

    /** The session must be transacted and not started. */
    Inspection(ClientSession session, AddressRules rules) {
        this.session = session;
        this.rules = rules;
    }

    /** Sentences about what would be lost. */
    Collection<String> warnings() {
        return List.copyOf(warnings);
    }

    /** Whether the address settings of some queue could not be seen. */
    boolean isBlind() {
        return blind;
    }

    /** What keeps PaySign from working, as lines for broker.xml. */
    List<String> queues(Needs needs) {
        List<String> lacks = new ArrayList<>();
        for (String queue : needs.all()) {
            if (!isThere(queue)) {
                lacks.add("queue " + queue + " is missing: <address name=\"" + queue + "\"><anycast><queue name=\""
                        + queue + "\"/></anycast></address>");
                continue;
            }
            if (needs.read().contains(queue) && !mayRead(queue)) {
                lacks.add(right("consume from", queue, "consume"));
            }
            if (needs.written().contains(queue) && !mayWrite(queue)) {
                lacks.add(right("send to", queue, "send"));
            }
        }
        return lacks;
    }

    private static String right(String what, String queue, String permission) {
        return "the user may not " + what + " " + queue + ": <security-setting match=\"" + queue
                + "\"><permission type=\"" + permission + "\" roles=\"paysign\"/>";
    }

    private boolean isThere(String queue) {
        SimpleString name = SimpleString.of(queue);
        try {
            if (session.queueQuery(name).isExists()) {
                return true;
            }
            // Where clients may make queues it is made now, before somebody sends what nobody would keep.
            if (session.addressQuery(name).isAutoCreateQueues()) {
                session.createQueue(QueueConfiguration.of(name)
                        .setRoutingType(RoutingType.ANYCAST)
                        .setDurable(true));
                return true;
            }
            return false;
        } catch (ActiveMQException refused) {
            return false;
        }
    }

    /** A consumer of a session that is not started gets nothing. */
    private boolean mayRead(String queue) {
        try {
            session.createConsumer(queue).close();
            return true;
        } catch (ActiveMQSecurityException refused) {
            return false;
        } catch (ActiveMQException atPresent) {
            warnings.add(queue + " cannot be read at present: see the broker's log");
            return true;
        }
    }

    private boolean mayWrite(String queue) {
        try (ClientProducer producer = session.createProducer(queue)) {
            producer.send(session.createMessage(true));
            session.rollback();
            return true;
        } catch (ActiveMQSecurityException refused) {
            return false;
        } catch (ActiveMQException atPresent) {
            warnings.add(
                    queue + " takes no message at present, which a full disk or queue can mean: see the broker's log");
            return true;
        }
    }

    /** Holds the address settings of a queue against what a queue must not be without. */
    void settings(String queue) {
        Optional<JsonNode> seen = blind ? Optional.empty() : rules.of(queue);
        if (seen.isEmpty()) {
            blind = true;
            return;
        }
        JsonNode settings = seen.get();
        address(queue, settings.path("deadLetterAddress").asText(""), "dead-letter-address", "DLQ");
        address(queue, settings.path("expiryAddress").asText(""), "expiry-address", "ExpiryQueue");
        if (settings.path("redeliveryDelay").asLong(0) == 0) {
            warn(
                    queue,
                    "is tried again without a pause until it is given up",
                    "<redelivery-delay>1000</redelivery-delay>");
        }
        if (settings.path("addressFullMessagePolicy").asText("").equals("DROP")) {
            warn(queue, "drops what comes when it is full", "<address-full-policy>PAGE</address-full-policy>");
        }
    }

    private void address(String queue, String address, String element, String usual) {
        if (address.isEmpty() || address.equals("null")) {
            warn(queue, "has no " + element, "<" + element + ">" + usual + "</" + element + ">");
            return;
        }
        try {
            if (session.addressQuery(SimpleString.of(address)).getQueueNames().isEmpty()) {
                warnings.add("the " + element + " " + address + " of " + queue + " has no queue: <address name=\""
                        + address + "\"><anycast><queue name=\"" + address + "\"/></anycast></address>");
            }
        } catch (ActiveMQException unseen) {
            blind = true;
        }
    }

    private void warn(String queue, String what, String line) {
        warnings.add(queue + " " + what + ": <address-setting match=\"paysign.#\">" + line);
    }
}
