package org.paysign.signing;

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
import java.util.Optional;
import org.paysign.merchant.Merchant;
import org.paysign.merchant.Merchants;

/** Checks the envelope of a sign request and finds its merchant; safe for use by several threads. */
public final class SignRequestReader {

    private final SignRequestRules rules = new SignRequestRules();
    private final Merchants merchants;
    private final ObjectMapper canonical;

    public SignRequestReader(Merchants merchants, ObjectMapper json) {
        this.merchants = merchants;
        this.canonical = json.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    }

    /** Reads a request, or refuses it with every violation found. */
    public SignRequest read(JsonNode message) {
        List<Violation> violations = rules.checkEnvelope(message);
        if (!violations.isEmpty()) {
            throw new RefusedRequest(
                    usableId(message), "invalid_request", "The request is not as the contract says.", violations);
        }
        String requestId = message.path("requestId").asText();
        String name = message.path("merchant").asText("");
        Merchant merchant = merchants.find(name).orElseThrow(() -> unknownMerchant(requestId));
        ObjectNode content = ((ObjectNode) message).deepCopy().put("merchant", merchant.name());
        content.remove("requestId");
        return new SignRequest(
                requestId,
                merchant,
                message.path("clientVersion").asText(""),
                message.path("returnUrl").asText(""),
                (ObjectNode) message.path("bizContent"),
                digest(content),
                Optional.empty());
    }

    private static RefusedRequest unknownMerchant(String requestId) {
        return new RefusedRequest(
                requestId,
                "unknown_merchant",
                "No profile has this merchant's name: send one that is configured.",
                List.of(new Violation("/merchant", "names no configured merchant")));
    }

    /** The requestId if the requester will know it again. */
    private static String usableId(JsonNode message) {
        JsonNode id = message.path("requestId");
        return id.isTextual() && id.asText().matches("[A-Za-z0-9_.:-]{1,64}") ? id.asText() : "";
    }

    /** Equal for equal content, whatever the blanks and the order of keys. */
    private String digest(ObjectNode content) {
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
