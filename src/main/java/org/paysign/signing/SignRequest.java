package org.paysign.signing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.paysign.merchant.Merchant;

/**
 * A sign request whose envelope was checked.
 *
 * @param clientVersion empty if not told
 * @param returnUrl empty if not wanted
 * @param bizContent as sent, or with the profile's defaults under it once it is enriched
 * @param digest of the content as it came
 * @param answer the reply of an earlier delivery, empty if this is the first
 */
record SignRequest(
        String requestId,
        Merchant merchant,
        String clientVersion,
        String returnUrl,
        ObjectNode bizContent,
        String digest,
        Optional<String> answer) {

    SignRequest with(ObjectNode enriched) {
        return new SignRequest(requestId, merchant, clientVersion, returnUrl, enriched, digest, answer);
    }

    SignRequest withAnswer(String reply) {
        return new SignRequest(requestId, merchant, clientVersion, returnUrl, bizContent, digest, Optional.of(reply));
    }

    /** Whether it was answered before; asked by the route. */
    public boolean isAnswered() {
        return answer.isPresent();
    }

    /** A field of bizContent as text, empty if absent. */
    String biz(String field) {
        return bizContent.path(field).asText("");
    }

    /** Without bizContent, which holds personal data. */
    @Override
    public String toString() {
        return "SignRequest[" + requestId + "]";
    }
}
