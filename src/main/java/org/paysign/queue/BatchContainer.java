package org.paysign.queue;

import static java.util.Objects.requireNonNull;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.jms.DefaultJmsMessageListenerContainer;
import org.apache.camel.component.jms.EndpointMessageListener;
import org.apache.camel.component.jms.JmsEndpoint;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;

/**
 * After the first message of a transaction takes those that are there already, so that one commit acknowledges them and
 * sends their replies. Each goes through the route as an exchange of its own, up to a {@link Jointly step that they take
 * together}. If one fails, all come back, and whatever came back begins no batch and ends one: no message is taken along by
 * others a second time.
 */
final class BatchContainer extends DefaultJmsMessageListenerContainer {

    /** Longer than a message that fails is away between two of its attempts, so that it comes back to nobody's harm. */
    private static final Duration CAREFUL = Duration.ofSeconds(30);

    private final Batches batches;
    /** Every consumer has a thread of its own. */
    @SuppressWarnings("ThreadLocalUsage") // of this container, and its threads end with it
    private final ThreadLocal<MessageConsumer> consumers = new ThreadLocal<>();

    private final AtomicLong carefulUntil = new AtomicLong(System.nanoTime());

    BatchContainer(JmsEndpoint endpoint, Batches batches) {
        super(endpoint);
        this.batches = batches;
    }

    /** The routes' sends look for their transaction under the component's connection factory, which stays that of this. */
    @Override
    protected Connection createConnection() throws JMSException {
        return batches.connections().createConnection();
    }

    @Override
    protected @Nullable Message receiveMessage(MessageConsumer consumer) throws JMSException {
        consumers.set(consumer);
        return super.receiveMessage(consumer);
    }

    /** What is thrown here rolls the session back; what returns is committed. */
    @Override
    protected void invokeListener(Session session, Message first) throws JMSException {
        long end = System.nanoTime() + batches.longest().toNanos();
        try (Batch batch = batches.begin()) {
            Message last = first;
            long bytes = sent(session, first, batch);
            for (int taken = 1; taken < batches.most() && bytes < batches.mostBytes() && goesOn(last, end); taken++) {
                Message next = batch.hasFailed() ? null : consumers.get().receiveNoWait();
                if (next == null) {
                    break;
                }
                bytes += sent(session, next, batch);
                last = next;
            }
            batch.finish();
        } catch (JMSException | RuntimeException | Error failed) {
            carefulUntil.set(System.nanoTime() + CAREFUL.toNanos());
            throw failed;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new RuntimeCamelException("Stopped before its messages had ended", stopped);
        } catch (Exception failed) {
            carefulUntil.set(System.nanoTime() + CAREFUL.toNanos());
            throw RuntimeCamelException.wrapRuntimeCamelException(failed);
        }
    }

    private boolean goesOn(Message last, long end) throws JMSException {
        long now = System.nanoTime();
        return isRunning() && !last.getJMSRedelivered() && now - end < 0 && now - carefulUntil.get() >= 0;
    }

    /** Returns the size of its body. Camel's own listener would wait for each, because the session is transacted. */
    private long sent(Session session, Message message, Batch batch) throws JMSException {
        EndpointMessageListener listener =
                (EndpointMessageListener) requireNonNull(getMessageListener(), "Camel gives every container one");
        Exchange exchange = listener.createExchange(message, session, null);
        Route route = requireNonNull(
                exchange.getContext().getRoute(requireNonNull(exchange.getFromRouteId(), "its consumer has a route")),
                "its route is running");
        batch.send(exchange, (DefaultConsumer) route.getConsumer());
        return size(message);
    }

    private static long size(Message message) throws JMSException {
        if (message instanceof TextMessage text && text.getText() != null) {
            return text.getText().length();
        }
        return message instanceof BytesMessage bytes ? bytes.getBodyLength() : 0;
    }
}
