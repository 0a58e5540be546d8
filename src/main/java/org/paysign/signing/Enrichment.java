package org.paysign.signing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.List;
import org.paysign.queue.RefusedRequest;
import org.paysign.queue.Violation;

/** Puts the profile's defaults under a request and checks the whole; safe for use by several threads. */
public final class Enrichment {

    private static final String NUMBER = "external_agreement_no";
    private static final int NUMBER_LENGTH = 32;
    private static final String LETTERS_AND_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final SignRequestRules rules = new SignRequestRules();
    private final SecureRandom random = new SecureRandom();

    /** Completes a request, or refuses it with every violation found. */
    public SignRequest enrich(SignRequest request) {
        ObjectNode biz = merge(request.merchant().defaults(), request.bizContent());
        if (!biz.has(NUMBER)) {
            biz.put(NUMBER, newNumber());
        }
        List<Violation> violations =
                rules.checkBizContent(biz, request.merchant().charset());
        if (!violations.isEmpty()) {
            throw new RefusedRequest(
                    request.requestId(), "invalid_request", "Alipay would not take these fields.", violations);
        }
        return request.with(biz);
    }

    private static ObjectNode merge(ObjectNode under, ObjectNode over) {
        for (var field : over.properties()) {
            JsonNode below = under.path(field.getKey());
            under.set(
                    field.getKey(),
                    below instanceof ObjectNode inner && field.getValue() instanceof ObjectNode outer
                            ? merge(inner, outer)
                            : field.getValue());
        }
        return under;
    }

    private String newNumber() {
        return random.ints(NUMBER_LENGTH, 0, LETTERS_AND_DIGITS.length())
                .map(LETTERS_AND_DIGITS::charAt)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
