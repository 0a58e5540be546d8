package org.paysign.outcome;

import org.jspecify.annotations.Nullable;
import org.paysign.store.Delivery;

/**
 * An outcome addressed and signed for one try.
 *
 * @param endpoint the Camel endpoint URI, from configuration only
 * @param timestamp seconds since the epoch, of this try
 * @param signature empty without a webhook secret
 * @see <a href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard
 *     Webhooks</a>
 */
public record Letter(Delivery delivery, String endpoint, String timestamp, String signature) {

    /** Where it goes. */
    public String getEndpoint() {
        return endpoint;
    }

    /** The outcome's id, the same at every try. */
    public String getId() {
        return delivery.id();
    }

    /** The time of this try. */
    public String getTimestamp() {
        return timestamp;
    }

    /** The signature over id, timestamp and body; null, and so no header, without a secret. */
    public @Nullable String getSignature() {
        return signature.isEmpty() ? null : signature;
    }

    /** The outcome's body, the same at every try. */
    public String getBody() {
        return delivery.body();
    }

    /** Without body and endpoint, which may hold personal data and passwords. */
    @Override
    public String toString() {
        return "Letter[" + delivery.id() + "]";
    }
}
