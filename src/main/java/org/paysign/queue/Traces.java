package org.paysign.queue;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Headers;
import org.jspecify.annotations.Nullable;
import org.paysign.log.Trace;

/**
 * Carries the journey of a request on: from the message that came in to the exchange, and from there to the reply.
 * Stateless.
 */
public final class Traces {

    /** Where the routes keep it. */
    static final String PROPERTY = "trace";

    private static final String PARENT = "traceparent";
    private static final String STATE = "tracestate";

    /** Takes the journey that the message names, or starts one. */
    public void begin(@ExchangeProperty("received") Message received, Exchange exchange) throws JMSException {
        Trace named = Trace.of(text(received, PARENT), text(received, STATE));
        exchange.setProperty(
                PROPERTY,
                named.equals(Trace.NONE) ? Trace.startedBy(String.valueOf(received.getJMSMessageID())) : named);
    }

    /** Gives a reply the journey of its request. */
    public void carry(@ExchangeProperty(PROPERTY) Trace trace, @Headers Map<String, Object> headers) {
        headers.put(PARENT, trace.traceparent());
        if (!trace.tracestate().isEmpty()) {
            headers.put(STATE, trace.tracestate());
        }
    }

    /** The journey of what is worked on; results have none before their agreement is known. */
    static Trace of(Exchange exchange) {
        Trace trace = exchange.getProperty(PROPERTY, Trace.class);
        return trace == null ? Trace.NONE : trace;
    }

    /** Anybody may give a property any type. */
    private static @Nullable String text(Message message, String name) throws JMSException {
        return message.getObjectProperty(name) instanceof String text ? text : null;
    }
}
