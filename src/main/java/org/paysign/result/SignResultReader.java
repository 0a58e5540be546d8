package org.paysign.result;

import java.util.Optional;
import org.paysign.agreement.AgreementKey;
import org.paysign.json.RawObject;
import org.paysign.merchant.Merchant;
import org.paysign.merchant.Merchants;
import org.paysign.queue.Unprocessable;
import org.paysign.store.Agreement;
import org.paysign.store.Agreements;

/** Reads a sign result and finds its agreement; safe for use by several threads. */
public final class SignResultReader {

    private final Merchants merchants;
    private final Agreements agreements;

    public SignResultReader(Merchants merchants, Agreements agreements) {
        this.merchants = merchants;
        this.agreements = agreements;
    }

    /**
     * Reads a result. Its {@code result} is taken as it is, a string's value or an object's exact slice of the body:
     * whether it is genuine is the verifier's question.
     *
     * @throws Unprocessable if no agreement can be told from the message
     */
    public SignResult read(String body) {
        RawObject message = RawObject.parse(body)
                .orElseThrow(() -> new Unprocessable("unreadable", "The body is not one JSON object."));
        Merchant merchant = merchants
                .find(message.string("merchant").orElse(""))
                .orElseThrow(() -> new Unprocessable(
                        "unknown_merchant", "The merchant is missing or has no profile: send a configured name."));
        return new SignResult(
                merchant,
                agreement(merchant, message),
                code(message),
                message.string("result")
                        .or(() -> message.raw("result").filter(raw -> raw.startsWith("{")))
                        .orElse(""));
    }

    private Agreement agreement(Merchant merchant, RawObject message) {
        String requestId = id(message, "requestId");
        String number = id(message, "externalAgreementNo");
        if (requestId.isEmpty() && number.isEmpty()) {
            throw new Unprocessable(
                    "invalid_request", "Send requestId or externalAgreementNo as the sign reply has them.");
        }
        Optional<Agreement> found = requestId.isEmpty()
                ? agreements.find(new AgreementKey(merchant.name(), number))
                : agreements.findByRequest(merchant.name(), requestId);
        return found.filter(agreement -> number.isEmpty()
                        || agreement.key().externalAgreementNo().equals(number))
                .orElseThrow(() -> new Unprocessable(
                        "unknown_agreement",
                        "No sign request of this merchant has this requestId or externalAgreementNo."));
    }

    private static String id(RawObject message, String name) {
        return message.string(name)
                .map(String::strip)
                .filter(id -> id.matches("[A-Za-z0-9_.:-]{1,64}"))
                .orElse("");
    }

    /** Some clients relay the code as a number. */
    private static String code(RawObject message) {
        return message.string("resultStatus")
                .or(() -> message.raw("resultStatus"))
                .filter(code -> code.matches("[A-Za-z0-9_-]{1,16}"))
                .orElse("");
    }
}
