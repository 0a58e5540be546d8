package org.paysign.unsign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.paysign.agreement.AgreementKey;
import org.paysign.merchant.Merchant;
import org.paysign.merchant.Merchants;
import org.paysign.queue.Envelope;
import org.paysign.queue.RefusedRequest;
import org.paysign.queue.Violation;
import org.paysign.store.Agreement;
import org.paysign.store.Agreements;

/** Checks an unsign request and finds its agreement; safe for use by several threads. */
public final class UnsignRequestReader {

    private static final String EXTERNAL = "externalAgreementNo";
    private static final String NUMBER = "agreementNo";
    private static final Set<String> KEYS = Set.of("requestId", "merchant", EXTERNAL, NUMBER);
    private static final int LONGEST = 64;

    private final Merchants merchants;
    private final Agreements agreements;
    private final Envelope envelope;

    public UnsignRequestReader(Merchants merchants, Agreements agreements, ObjectMapper json) {
        this.merchants = merchants;
        this.agreements = agreements;
        this.envelope = new Envelope(json);
    }

    /** Reads a request, or refuses it with every violation found. */
    public UnsignRequest read(JsonNode message) {
        List<Violation> violations = violations(message);
        if (!violations.isEmpty()) {
            throw Envelope.refusal(message, violations);
        }
        Merchant merchant = merchants
                .find(message.path("merchant").asText(""))
                .orElseThrow(() -> Envelope.unknownMerchant(message));
        return new UnsignRequest(
                message.path("requestId").asText(),
                merchant,
                message.path(EXTERNAL).asText(""),
                message.path(NUMBER).asText(""),
                envelope.digest(message, merchant.name()),
                Optional.empty(),
                Optional.empty());
    }

    /** Looks the agreement up, or refuses a request that names none of this merchant's. */
    public UnsignRequest find(UnsignRequest request) {
        return agreement(request)
                .map(request::about)
                .orElseThrow(() -> refusal(request, "names no agreement of this merchant"));
    }

    /** Refuses to unsign what is not known to be signed. */
    public void refuseUnlessSigned(UnsignRequest request) {
        if (!request.isSigned()) {
            throw refusal(request, "names an agreement that is not signed: wait for its outcome");
        }
    }

    private Optional<Agreement> agreement(UnsignRequest request) {
        String merchant = request.merchant().name();
        String number = request.agreementNo();
        if (request.externalAgreementNo().isEmpty()) {
            return agreements.findByNumber(merchant, number);
        }
        return agreements
                .find(new AgreementKey(merchant, request.externalAgreementNo()))
                .filter(agreement -> number.isEmpty() || agreement.agreementNo().equals(number));
    }

    private static RefusedRequest refusal(UnsignRequest request, String why) {
        String key = request.externalAgreementNo().isEmpty() ? NUMBER : EXTERNAL;
        return new RefusedRequest(
                request.requestId(),
                "invalid_request",
                "This agreement cannot be unsigned.",
                List.of(new Violation("/" + key, why)));
    }

    private static List<Violation> violations(JsonNode message) {
        List<Violation> found = new ArrayList<>();
        if (!message.isObject()) {
            return List.of(new Violation("", "must be an object"));
        }
        if (Envelope.requestId(message).isEmpty()) {
            found.add(new Violation("/requestId", "must be 1-64 of A-Z a-z 0-9 _ . : -"));
        }
        for (String key : List.of("merchant", EXTERNAL, NUMBER)) {
            if (message.has(key) && !isName(message.path(key))) {
                found.add(new Violation(
                        "/" + key, "must be a string of 1-64 characters, none of them a control character"));
            }
        }
        if (!message.has(EXTERNAL) && !message.has(NUMBER)) {
            found.add(new Violation("/" + EXTERNAL, "is required, or agreementNo"));
        }
        message.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                found.add(new Violation(Violation.pointer("", key), "is not a field of an unsign request"));
            }
        });
        return found;
    }

    private static boolean isName(JsonNode value) {
        return value.isTextual()
                && !value.asText().isBlank()
                && value.asText().length() <= LONGEST
                && value.asText().chars().noneMatch(Character::isISOControl);
    }
}
