package org.paysign.outcome;

import org.jspecify.annotations.Nullable;
import org.paysign.store.Delivery;

/**
 * An outcome addressed and signed for one try.
 *
 * @param endpoint the Camel endpoint URI, from configuration only
 * @param timestamp seconds since the epoch, of this try
 * @param signature null, and so no header, without a webhook secret
 * @see <a href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard
 *     Webhooks</a>
 */
public record Letter(Delivery delivery, String endpoint, String timestamp, @Nullable String signature) {

    /** The outcome's id, the same at every try. */
    public String getId() {
        return delivery.id();
    }

    /** The outcome's body, the same at every try. */
    public String getBody() {
        return delivery.body();
    }

    /** Null, and so no header, without a journey. */
    public @Nullable String getTraceparent() {
        return delivery.trace().traceparent().isEmpty()
                ? null
                : delivery.trace().traceparent();
    }

    /** Null, and so no header, if nobody keeps anything with the journey. */
    public @Nullable String getTracestate() {
        return delivery.trace().tracestate().isEmpty() ? null : delivery.trace().tracestate();
    }

    /** Without body and endpoint, which may hold personal data and passwords. */
    @Override
    public String toString() {
        return "Letter[" + delivery.id() + "]";
    }
}
