package org.paysign.queue;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.JMSSecurityRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The messages that are parked, for an operator: looked at, and put back where they came from. It has a connection of
 * its own each time, because whoever may do that need not be who works on the queues. Safe for use by several threads.
 */
public final class ParkedMessages {

    /** Messages that are looked at; more are counted as "more". */
    static final int LOOKED_AT = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(ParkedMessages.class);
    private static final long PATIENCE_MILLIS = 1_000;

    private final ConnectionFactory broker;
    private final String parked;
    private final Set<String> sources;
    private final Clock clock;

    /**
     * Of a queue.
     *
     * @param broker gives up soon when the broker is away, for somebody waits
     * @param sources the queues that messages may be put back to, separated by commas
     */
    public ParkedMessages(ConnectionFactory broker, String parked, String sources, Clock clock) {
        this.broker = broker;
        this.parked = parked;
        this.sources = Arrays.stream(sources.split(",", -1)).map(String::trim).collect(Collectors.toUnmodifiableSet());
        this.clock = clock;
    }

    /**
     * What is there.
     *
     * @param byReason how many, by the reason's code
     * @param complete false if there are more than were looked at
     * @param oldest how long the oldest of them has been parked, zero if there is none
     */
    public record Shelf(Map<String, Long> byReason, boolean complete, Duration oldest) {
        public Shelf {
            byReason = Map.copyOf(byReason);
        }

        /** How many were looked at. */
        public long count() {
            return byReason.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** Looks, and takes nothing. */
    public Shelf look() {
        Map<String, Long> byReason = new TreeMap<>();
        Instant now = clock.instant();
        Instant oldest = now;
        try (JMSContext context = broker.createContext(JMSContext.AUTO_ACKNOWLEDGE);
                QueueBrowser browser = context.createBrowser(context.createQueue(parked))) {
            Enumeration<?> messages = browser.getEnumeration();
            int seen = 0;
            while (seen < LOOKED_AT && messages.hasMoreElements()) {
                Message message = (Message) messages.nextElement();
                byReason.merge(word(message.getStringProperty(ParkingStamp.REASON)), 1L, Long::sum);
                Instant since = Instant.ofEpochMilli(message.getJMSTimestamp());
                oldest = since.isBefore(oldest) ? since : oldest;
                seen++;
            }
            return new Shelf(byReason, seen < LOOKED_AT || !messages.hasMoreElements(), Duration.between(oldest, now));
        } catch (JMSException broken) {
            throw refusal("browse", broken.getErrorCode(), broken);
        } catch (JMSRuntimeException broken) {
            throw refusal("browse", broken.getErrorCode(), broken);
        }
    }

    /**
     * Puts messages back as they were, oldest first: each is taken and sent in one transaction of the broker. One that is
     * parked again meanwhile is not taken again, and one that came from no queue of ours stays.
     *
     * @param goesOn is told of each that is back, and says whether to go on
     * @return how many, by queue
     */
    public Map<String, Integer> putBack(int most, Predicate<String> goesOn) {
        Map<String, Integer> back = new TreeMap<>();
        try (JMSContext context = broker.createContext(JMSContext.SESSION_TRANSACTED);
                JMSConsumer consumer = context.createConsumer(context.createQueue(parked), selector())) {
            boolean on = most > 0;
            for (int taken = 1; on; taken++) {
                Message message = consumer.receive(PATIENCE_MILLIS);
                if (message == null) {
                    break;
                }
                String source = putBack(context, message);
                back.merge(source, 1, Integer::sum);
                on = goesOn.test(source) && taken < most;
            }
            return back;
        } catch (JMSException broken) {
            throw stopped(back, refusal("consume", broken.getErrorCode(), broken));
        } catch (JMSRuntimeException broken) {
            throw stopped(back, refusal("consume", broken.getErrorCode(), broken));
        }
    }

    private static String putBack(JMSContext context, Message message) throws JMSException {
        String source = message.getStringProperty(ParkingStamp.SOURCE);
        ParkingStamp.remove(message);
        context.createProducer()
                .setDeliveryMode(message.getJMSDeliveryMode())
                .setPriority(message.getJMSPriority())
                .send(context.createQueue(source), message);
        context.commit();
        return source;
    }

    private String selector() {
        String queues = sources.stream()
                .sorted()
                .map(queue -> "'" + queue.replace("'", "''") + "'")
                .collect(Collectors.joining(", "));
        return ParkingStamp.SOURCE + " IN (" + queues + ") AND JMSTimestamp <= " + clock.millis();
    }

    /** A reason is a code of ours, unless somebody else has put the message there. */
    private static String word(String reason) {
        return reason == null ? "none" : reason.replaceAll("[^A-Za-z0-9_]", "?");
    }

    private static IllegalStateException stopped(Map<String, Integer> back, IllegalStateException why) {
        return back.isEmpty() ? why : new IllegalStateException("Put back " + back + ", then: " + why.getMessage());
    }

    private IllegalStateException refusal(String right, String code, Exception broken) {
        LOG.debug("No access to {}", parked, broken);
        if (broken instanceof JMSSecurityRuntimeException || broken instanceof jakarta.jms.JMSSecurityException) {
            return new IllegalStateException("The broker refuses: give paysign.operator.user and .password a user that"
                    + " may " + right + " " + parked + " and send to the queues messages came from");
        }
        return new IllegalStateException("The broker does not answer or does not take part ("
                + broken.getClass().getSimpleName() + (code == null ? "" : " " + code) + "): see its log");
    }
}
