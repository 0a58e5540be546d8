package org.paysign.signing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.paysign.agreement.RequestKey;
import org.paysign.log.Trace;
import org.paysign.queue.Batches;
import org.paysign.queue.Envelope;
import org.paysign.queue.Jointly;
import org.paysign.queue.RefusedRequest;
import org.paysign.queue.Violation;
import org.paysign.store.Answered;
import org.paysign.store.ManyAgreements;
import org.paysign.store.NewRequest;
import org.paysign.store.Remembered;

/**
 * Remembers a signed request before it is answered, so that every repeat gets the same answer. The requests of a batch are
 * looked up together, and stored together; safe for use by several threads.
 */
public final class SignRequestLog {

    private final Jointly<RequestKey, Optional<Answered>> lookUp;
    private final Jointly<NewRequest, Remembered> store;

    /** Looks up and stores for the messages of these batches together. */
    public SignRequestLog(ManyAgreements agreements, Batches batches) {
        lookUp = batches.jointly(requests -> earlier(agreements, requests));
        store = batches.jointly(agreements::rememberAll);
    }

    private static List<CompletableFuture<Optional<Answered>>> earlier(
            ManyAgreements agreements, List<RequestKey> requests) {
        Map<RequestKey, Answered> answered = agreements.answered(requests);
        return requests.stream()
                .map(request -> CompletableFuture.completedFuture(Optional.ofNullable(answered.get(request))))
                .toList();
    }

    /** Finds the reply of an earlier delivery before anything else is done: whatever changed since, it stays the reply. */
    public CompletionStage<SignRequest> recall(SignRequest request) {
        return lookUp.call(new RequestKey(request.merchant().name(), request.requestId()), earlier -> earlier.map(
                        answered -> request.withAnswer(reply(answered.to(request.digest()), request.requestId())))
                .orElse(request));
    }

    /** The reply of an earlier delivery. */
    public String repeat(SignRequest request) {
        return request.answer().orElseThrow();
    }

    /** Stores the request; goes on with the reply to send: its own, or that of an earlier delivery. */
    public CompletionStage<String> remember(@Body NewRequest request, @ExchangeProperty("trace") Trace trace) {
        return store.call(request.in(trace), remembered -> reply(remembered, request.requestId()));
    }

    private static String reply(Remembered remembered, String requestId) {
        if (remembered instanceof Remembered.Stored stored) {
            return stored.reply();
        }
        if (remembered instanceof Remembered.Refused refused) {
            throw new RefusedRequest(
                    requestId,
                    "invalid_request",
                    "The agreement number cannot be used.",
                    List.of(new Violation("/bizContent/external_agreement_no", refused.why())));
        }
        throw Envelope.conflict(requestId);
    }
}
