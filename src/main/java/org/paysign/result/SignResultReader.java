package org.paysign.result;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.paysign.agreement.AgreementKey;
import org.paysign.agreement.RequestKey;
import org.paysign.json.RawObject;
import org.paysign.merchant.Merchant;
import org.paysign.merchant.Merchants;
import org.paysign.queue.Batches;
import org.paysign.queue.Jointly;
import org.paysign.queue.Unprocessable;
import org.paysign.store.Agreement;
import org.paysign.store.Agreements;
import org.paysign.store.ManyAgreements;

/**
 * Reads a sign result and finds its agreement. The results of a batch are looked up together; safe for use by several
 * threads.
 */
public final class SignResultReader {

    private final Merchants merchants;
    private final Agreements agreements;
    private final Jointly<RequestKey, Optional<Agreement>> lookUp;

    /** Looks up for the messages of these batches together, into the same tables by both. */
    public SignResultReader(Merchants merchants, Agreements agreements, ManyAgreements many, Batches batches) {
        this.merchants = merchants;
        this.agreements = agreements;
        this.lookUp = batches.jointly(requests -> found(many, requests));
    }

    private static List<CompletableFuture<Optional<Agreement>>> found(ManyAgreements many, List<RequestKey> requests) {
        Map<RequestKey, Agreement> found = many.findByRequests(requests);
        return requests.stream()
                .map(request -> CompletableFuture.completedFuture(Optional.ofNullable(found.get(request))))
                .toList();
    }

    /**
     * Reads a result. Its {@code result} is taken as it is, a string's value or an object's exact slice of the body:
     * whether it is genuine is the verifier's question.
     *
     * @throws Unprocessable if no agreement can be told from the message
     */
    public CompletionStage<SignResult> read(String body) {
        RawObject message = RawObject.parse(body)
                .orElseThrow(() -> new Unprocessable("unreadable", "The body is not one JSON object."));
        Merchant merchant = merchants
                .find(message.string("merchant").orElse(""))
                .orElseThrow(() -> new Unprocessable(
                        "unknown_merchant", "The merchant is missing or has no profile: send a configured name."));
        String requestId = id(message, "requestId");
        String number = id(message, "externalAgreementNo");
        if (requestId.isEmpty() && number.isEmpty()) {
            throw new Unprocessable(
                    "invalid_request", "Send requestId or externalAgreementNo as the sign reply has them.");
        }
        if (requestId.isEmpty()) {
            AgreementKey key = new AgreementKey(merchant.name(), number);
            return CompletableFuture.completedFuture(result(merchant, message, number, agreements.find(key)));
        }
        return lookUp.call(
                new RequestKey(merchant.name(), requestId), found -> result(merchant, message, number, found));
    }

    private static SignResult result(Merchant merchant, RawObject message, String number, Optional<Agreement> found) {
        Agreement agreement = found.filter(one ->
                        number.isEmpty() || one.key().externalAgreementNo().equals(number))
                .orElseThrow(() -> new Unprocessable(
                        "unknown_agreement",
                        "No sign request of this merchant has this requestId or externalAgreementNo."));
        return new SignResult(
                merchant,
                agreement,
                code(message),
                message.string("result")
                        .or(() -> message.raw("result").filter(raw -> raw.startsWith("{")))
                        .orElse(""));
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
