package org.paysign.benchmark;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** A merchant's way to the queues, fast because nothing of it is measured: hundreds a commit. */
final class Mailbox implements AutoCloseable {

    private static final int BATCH = 500;
    private static final long PATIENCE_MILLIS = 20_000;

    private final ActiveMQConnectionFactory factory;

    Mailbox(String brokerUrl) {
        this.factory = new ActiveMQConnectionFactory(brokerUrl, "sandbox", "sandbox");
    }

    /** Returns when all are on the broker's disk. */
    void send(String queue, List<String> texts) {
        try (JMSContext session = factory.createContext(JMSContext.SESSION_TRANSACTED)) {
            Queue to = session.createQueue(queue);
            JMSProducer producer = session.createProducer();
            for (int n = 0; n < texts.size(); n++) {
                producer.send(to, texts.get(n));
                if (n % BATCH == BATCH - 1) {
                    session.commit();
                }
            }
            session.commit();
        }
    }

    /** Takes as many as there have to be. */
    List<String> take(String queue, int count) {
        try (JMSContext session = factory.createContext(JMSContext.SESSION_TRANSACTED);
                JMSConsumer consumer = session.createConsumer(session.createQueue(queue))) {
            List<String> texts = new ArrayList<>(count);
            while (texts.size() < count) {
                Message message = consumer.receive(PATIENCE_MILLIS);
                if (message == null) {
                    throw new IllegalStateException(queue + " held " + texts.size() + " messages instead of " + count);
                }
                texts.add(message.getBody(String.class));
                if (texts.size() % BATCH == 0) {
                    session.commit();
                }
            }
            session.commit();
            return texts;
        } catch (JMSException unreadable) {
            throw new IllegalStateException("A message of " + queue + " is no text", unreadable);
        }
    }

    ActiveMQConnectionFactory factory() {
        return factory;
    }

    @Override
    public void close() {
        factory.close();
    }
}
