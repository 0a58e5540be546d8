package org.paysign.broker;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientRequestor;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.management.ManagementHelper;
import org.apache.activemq.artemis.api.core.management.ResourceNames;
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
        try {
            ClientRequestor requestor = new ClientRequestor(session, MANAGEMENT);
            try {
                return read(requestor.request(question(address), PATIENCE));
            } finally {
                requestor.close();
            }
        } catch (Exception notForUs) {
            // No right to ask, or an answer of another age: both mean that the settings cannot be seen.
            return Optional.empty();
        }
    }

    private ClientMessage question(String address) throws Exception {
        ClientMessage question = session.createMessage(false);
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
