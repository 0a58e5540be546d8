package org.paysign.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** What all requests have in common: a requestId that makes repeats safe; safe for use by several threads. */
public final class Envelope {

    /** The requestId of the contract. */
    private static final String REQUEST_ID = "[A-Za-z0-9_.:-]{1,64}";

    private final ObjectMapper canonical;

    public Envelope(ObjectMapper json) {
        this.canonical = json.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    }

    /** The requestId if the requester will know it again, else empty. */
    public static String requestId(JsonNode message) {
        JsonNode id = message.path("requestId");
        return id.isTextual() && id.asText().matches(REQUEST_ID) ? id.asText() : "";
    }

    /** The refusal of a request that breaks rules. */
    public static RefusedRequest refusal(JsonNode message, List<Violation> violations) {
        return new RefusedRequest(
                requestId(message), "invalid_request", "The request is not as the contract says.", violations);
    }

    /** The refusal of a request for nobody we know. */
    public static RefusedRequest unknownMerchant(JsonNode message) {
        return new RefusedRequest(
                requestId(message),
                "unknown_merchant",
                "No profile has this merchant's name: send one that is configured.",
                List.of(new Violation("/merchant", "names no configured merchant")));
    }

    /** The refusal of a requestId that was used for something else. */
    public static RefusedRequest conflict(String requestId) {
        return new RefusedRequest(
                requestId,
                "idempotency_conflict",
                "This requestId was used before with other content: use a new one.",
                List.of());
    }

    /** A digest of the content, equal for equal content, whatever the blanks, the order of keys and the requestId. */
    public String digest(JsonNode message, String merchant) {
        ObjectNode content = ((ObjectNode) message).deepCopy().put("merchant", merchant);
        content.remove("requestId");
        try {
            byte[] sorted = canonical
                    .writeValueAsString(canonical.treeToValue(content, Map.class))
                    .getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(sorted));
        } catch (JsonProcessingException | NoSuchAlgorithmException broken) {
            throw new IllegalStateException("A request that was read cannot be digested: report this as a defect");
        }
    }
}
