package org.paysign.signing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.paysign.merchant.Merchant;
import org.paysign.merchant.Merchants;
import org.paysign.queue.Envelope;
import org.paysign.queue.Violation;

/** Checks the envelope of a sign request and finds its merchant; safe for use by several threads. */
public final class SignRequestReader {

    private final SignRequestRules rules = new SignRequestRules();
    private final Merchants merchants;
    private final Envelope envelope;

    public SignRequestReader(Merchants merchants, ObjectMapper json) {
        this.merchants = merchants;
        this.envelope = new Envelope(json);
    }

    /** Reads a request, or refuses it with every violation found. */
    public SignRequest read(JsonNode message) {
        List<Violation> violations = rules.checkEnvelope(message);
        if (!violations.isEmpty()) {
            throw Envelope.refusal(message, violations);
        }
        Merchant merchant = merchants
                .find(message.path("merchant").asText(""))
                .orElseThrow(() -> Envelope.unknownMerchant(message));
        return new SignRequest(
                message.path("requestId").asText(),
                merchant,
                message.path("clientVersion").asText(""),
                message.path("returnUrl").asText(""),
                (ObjectNode) message.path("bizContent"),
                envelope.digest(message, merchant.name()),
                Optional.empty());
    }
}
