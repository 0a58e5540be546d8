package org.paysign.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.ExchangeProperty;

/** Writes error replies. */
public final class Refusals {

    private final ObjectMapper json;

    public Refusals(ObjectMapper json) {
        this.json = json;
    }

    /** Whether there is a requestId to answer to; what cannot be answered is parked. */
    public boolean canAnswer(@ExchangeProperty("CamelExceptionCaught") Exception refusal) {
        return refusal instanceof RefusedRequest refused
                && !refused.reply().requestId().isEmpty();
    }

    /** The error reply to a refused request. */
    public String reply(@ExchangeProperty("CamelExceptionCaught") Unprocessable refusal)
            throws JsonProcessingException {
        return json.writeValueAsString(((RefusedRequest) refusal).reply());
    }
}
