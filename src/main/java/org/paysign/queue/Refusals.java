package org.paysign.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.ExchangeProperty;
import org.paysign.log.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes error replies. */
public final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

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
        ErrorReply reply = ((RefusedRequest) refusal).reply();
        Event.of("request.refused")
                .with("requestId", reply.requestId())
                .with("code", refusal.reason())
                .info(LOG);
        return json.writeValueAsString(reply);
    }
}
