package org.paysign.process;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;

/**
 * One worker of a merchant's back end with one JMS session. When the broker goes away it opens a new session, for ever,
 * and does again what may not have been done.
 */
final class Courier implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Worker worker;
    private final ActiveMQConnectionFactory factory;
    private @Nullable JMSContext session;

    Courier(String brokerUrl, Worker worker) {
        this.factory = new ActiveMQConnectionFactory(brokerUrl, "sandbox", "sandbox");
        this.worker = worker;
    }

    /** Sends in the order of the calls; {@code sent} runs when the broker has confirmed. */
    void send(String queue, String body, Runnable sent) {
        worker.execute(() -> untilDone(
                context -> {
                    context.createProducer().send(context.createQueue(queue), context.createTextMessage(body));
                    context.commit();
                },
                sent));
    }

    /** Takes texts until it is closed; a text comes again if the broker goes away before it knows that it was taken. */
    void listen(String queue, Consumer<String> work) {
        worker.execute(() -> untilDone(context -> takeAll(context, queue, work), () -> {}));
    }

    private void takeAll(JMSContext context, String queue, Consumer<String> work) throws JMSException {
        try (JMSConsumer consumer = context.createConsumer(context.createQueue(queue))) {
            while (closed.getCount() > 0) {
                Message message = consumer.receive(200);
                if (message != null) {
                    work.accept(message.getBody(String.class));
                    context.commit();
                }
            }
        }
    }

    private void untilDone(Errand errand, Runnable then) throws InterruptedException {
        while (closed.getCount() > 0) {
            try {
                errand.run(session());
                then.run();
                return;
            } catch (JMSException | JMSRuntimeException gone) {
                drop();
                closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    private JMSContext session() {
        JMSContext open = session == null ? factory.createContext(JMSContext.SESSION_TRANSACTED) : session;
        session = open;
        return open;
    }

    private void drop() {
        JMSContext broken = session;
        session = null;
        if (broken != null) {
            try {
                broken.close();
            } catch (JMSRuntimeException gone) {
                // That is why it is closed.
            }
        }
    }

    @Override
    public void close() {
        closed.countDown();
        worker.execute(this::drop);
        worker.close();
        factory.close();
    }

    /** Something done in a session, as often as it takes. */
    private interface Errand {
        void run(JMSContext session) throws JMSException;
    }
}
