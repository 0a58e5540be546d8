package org.paysign.broker;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.UUID;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.management.ManagementHelper;
import org.apache.activemq.artemis.api.core.management.ResourceNames;
import org.apache.activemq.artemis.core.client.impl.ClientMessageImpl;
import org.jspecify.annotations.Nullable;
import org.paysign.json.StrictJson;

/** Asks the broker for the address settings of a queue, which takes the right to view them. One thread at a time. */
final class AddressRules {

    private static final String MANAGEMENT = "activemq.management";
    private static final int PATIENCE = 10_000;

    private final ClientSession session;

    /** The session must be started and commit by itself. */
    AddressRules(ClientSession session) {
        this.session = session;
    }

    /** The settings that hold for an address, or none if we may not see them. */
    Optional<JsonNode> of(String address) {
        // Artemis' own requestor names its queue after the management address; only a bare UUID has the rights of
        // "temp".
        SimpleString answers = SimpleString.of(UUID.randomUUID().toString());
        try {
            session.createQueue(QueueConfiguration.of(answers)
                    .setRoutingType(RoutingType.ANYCAST)
                    .setDurable(false)
                    .setTemporary(true));
            try (ClientProducer producer = session.createProducer(MANAGEMENT);
                    ClientConsumer consumer = session.createConsumer(answers)) {
                producer.send(question(address, answers));
                return read(consumer.receive(PATIENCE));
            } finally {
                session.deleteQueue(answers);
            }
        } catch (Exception notForUs) {
            // No right to ask, or an answer of another age: both mean that the settings cannot be seen.
            return Optional.empty();
        }
    }

    private ClientMessage question(String address, SimpleString answers) throws Exception {
        // Durable, because such a send waits for the broker, which refuses it at once where the right is missing.
        ClientMessage question = session.createMessage(true);
        question.putStringProperty(ClientMessageImpl.REPLYTO_HEADER_NAME, answers);
        ManagementHelper.putOperationInvocation(question, ResourceNames.BROKER, "getAddressSettingsAsJSON", address);
        return question;
    }

    private static Optional<JsonNode> read(@Nullable ClientMessage answer) throws Exception {
        return answer != null
                        && ManagementHelper.hasOperationSucceeded(answer)
                        && ManagementHelper.getResult(answer) instanceof String json
                ? Optional.of(StrictJson.mapper().readTree(json))
                : Optional.empty();
    }
}
