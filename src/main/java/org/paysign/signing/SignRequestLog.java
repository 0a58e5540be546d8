package org.paysign.signing;

import java.util.List;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.paysign.log.Trace;
import org.paysign.queue.Envelope;
import org.paysign.queue.RefusedRequest;
import org.paysign.queue.Violation;
import org.paysign.store.Agreements;
import org.paysign.store.NewRequest;
import org.paysign.store.Remembered;

/** Remembers a signed request before it is answered, so that every repeat gets the same answer. */
public final class SignRequestLog {

    private final Agreements agreements;

    public SignRequestLog(Agreements agreements) {
        this.agreements = agreements;
    }

    /** Finds the reply of an earlier delivery before anything else is done: whatever changed since, it stays the reply. */
    public SignRequest recall(SignRequest request) {
        Optional<Remembered> earlier =
                agreements.recall(request.merchant().name(), request.requestId(), request.digest());
        if (earlier.isEmpty()) {
            return request;
        }
        if (earlier.get() instanceof Remembered.Stored stored) {
            return request.withAnswer(stored.reply());
        }
        throw Envelope.conflict(request.requestId());
    }

    /** The reply of an earlier delivery. */
    public String repeat(SignRequest request) {
        return request.answer().orElseThrow();
    }

    /** Stores the request and returns the reply to send: its own, or that of an earlier delivery. */
    public String remember(@Body NewRequest request, @ExchangeProperty("trace") Trace trace) {
        Remembered remembered = agreements.remember(request.in(trace));
        if (remembered instanceof Remembered.Stored stored) {
            return stored.reply();
        }
        if (remembered instanceof Remembered.Refused refused) {
            throw new RefusedRequest(
                    request.requestId(),
                    "invalid_request",
                    "The agreement number cannot be used.",
                    List.of(new Violation("/bizContent/external_agreement_no", refused.why())));
        }
        throw Envelope.conflict(request.requestId());
    }
}
