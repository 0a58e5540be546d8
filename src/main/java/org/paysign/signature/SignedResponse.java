package org.paysign.signature;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What is left of a text Alipay is said to have signed: either the fields of its one expected node, read from the very
 * text that was verified, or the reason why nothing in it may be believed.
 */
public sealed interface SignedResponse {

    /** The node was signed by Alipay; the fields are its content. */
    record Proven(ObjectNode fields) implements SignedResponse {

        /** A field's text, or the empty string. */
        public String text(String field) {
            JsonNode value = fields.path(field);
            return value.isValueNode() && !value.isNull() ? value.asText() : "";
        }

        /** Never shows the fields: they may be personal. */
        @Override
        public String toString() {
            return "Proven";
        }
    }

    /** Nothing in the text may be believed; {@code why} is one of our words and holds nothing of the text. */
    record Unproven(String why) implements SignedResponse {

        /** The text names a certificate of Alipay that is not configured: most likely Alipay has rotated it. */
        public static final String OTHER_CERTIFICATE = "other_certificate";
    }

    /**
     * Cuts the node out of the text, verifies exactly those characters and parses the same ones.
     *
     * <p>Any other object beside the node, a repeated node or a missing signature make the whole text unproven: parsers
     * disagree about such texts, and a disagreement is how a forgery gets in.
     *
     * @param node such as {@code alipay_user_agreement_query_response}
     */
    static SignedResponse read(String text, String node, Verifier verifier) {
        return SignedNode.read(text, node, verifier, Optional::of);
    }

    /** The same for a node that may come encrypted: what is verified is the cipher text, quotes included. */
    static SignedResponse read(String text, String node, Verifier verifier, ContentCipher cipher) {
        return SignedNode.read(text, node, verifier, cipher::plain);
    }
}
