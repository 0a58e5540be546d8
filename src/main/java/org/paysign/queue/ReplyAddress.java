package org.paysign.queue;

import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TemporaryQueue;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Headers;

/**
 * Where a reply goes: to the reply queue of the route, or to {@code JMSReplyTo} when that is a temporary queue or matches
 * what the configuration allows. PaySign's own queues are never a reply address, or a request could make it talk to
 * itself.
 */
public final class ReplyAddress {

    /** Makes camel-jms send to this destination instead of the endpoint's. */
    private static final String SEND_TO = "CamelJmsDestination";

    private final Pattern allowed;
    private final Set<String> own;

    /**
     * Creates the rule.
     *
     * @param allowed queue names separated by commas, {@code *} for any characters
     * @param own PaySign's own queues, separated by commas
     */
    public ReplyAddress(String allowed, String own) {
        this.allowed = Pattern.compile(Stream.of(allowed.split(",", -1))
                .map(name -> Pattern.quote(name.trim()).replace("*", "\\E.*\\Q"))
                .collect(Collectors.joining("|")));
        this.own = Stream.of(own.split(",", -1)).map(String::trim).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Gives the reply the message's correlation id and, if there is a {@code JMSReplyTo} that may be used, makes that its
     * target. Both are asked of the message itself: Camel's headers mix them with properties of any spelling.
     *
     * @throws Unprocessable with {@code reply_refused} if it may not
     */
    public void choose(@ExchangeProperty("received") Message request, @Headers Map<String, Object> headers)
            throws JMSException {
        String correlationId = request.getJMSCorrelationID();
        if (correlationId != null) {
            headers.put("JMSCorrelationID", correlationId);
        }
        Destination replyTo = request.getJMSReplyTo();
        if (replyTo == null) {
            return;
        }
        if (!(replyTo instanceof TemporaryQueue)
                && !(replyTo instanceof Queue queue && isAllowed(queue.getQueueName()))) {
            throw new Unprocessable(
                    "reply_refused",
                    "JMSReplyTo names a destination that replies may not go to: use a temporary queue, or one that"
                            + " paysign.reply.allowed matches.");
        }
        headers.put(SEND_TO, replyTo);
    }

    private boolean isAllowed(String queue) {
        return allowed.matcher(queue).matches() && !own.contains(queue);
    }
}
