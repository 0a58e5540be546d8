package org.paysign.broker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.jspecify.annotations.Nullable;

/**
 * Feels whether the broker answers, over a connection of its own: those of the routes wait for a lost broker for ever,
 * and say nothing meanwhile. One thread at a time.
 */
public final class BrokerPulse implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 2_000;

    private final String url;
    private final String user;
    private final String password;
    private final List<String> queues;
    private @Nullable Line line;

    /**
     * Connects at the first question.
     *
     * @param queues separated by commas
     */
    public BrokerPulse(String url, String user, String password, String queues) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.queues = List.of(queues.split("\\s*,\\s*"));
    }

    /**
     * Asks the broker for its queues, and returns how many messages each holds.
     *
     * @throws IllegalStateException if it does not answer, or lacks one
     */
    public synchronized Map<String, Long> feel() {
        if (line != null) {
            try {
                return messages(line);
            } catch (ActiveMQException stale) {
                // A line that was cut since the last question says nothing about the broker: it is asked on a new one.
                close();
            }
        }
        try {
            line = open();
            return messages(line);
        } catch (IllegalStateException lacking) {
            throw lacking;
        } catch (Exception away) {
            close();
            throw new IllegalStateException("The broker does not answer ("
                    + away.getClass().getSimpleName() + "): see paysign.broker.url and the broker's log");
        }
    }

    private Map<String, Long> messages(Line open) throws ActiveMQException {
        Map<String, Long> messages = new TreeMap<>();
        List<String> missing = new ArrayList<>();
        for (String queue : queues) {
            ClientSession.QueueQuery answer = open.session().queueQuery(SimpleString.of(queue));
            messages.put(queue, answer.getMessageCount());
            if (!answer.isExists()) {
                missing.add(queue);
            }
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "The broker has no queue " + String.join(", ", missing) + ": see its broker.xml");
        }
        return messages;
    }

    /** What a conversation holds open. */
    private record Line(ServerLocator locator, ClientSessionFactory factory, ClientSession session) {
        @Override
        public String toString() {
            return "Line[]";
        }
    }

    private Line open() throws Exception {
        ServerLocator locator = ActiveMQClient.createServerLocator(url)
                .setInitialConnectAttempts(1)
                .setReconnectAttempts(0)
                .setCallTimeout(PATIENCE_MILLIS)
                .setConnectionTTL(15_000);
        try {
            ClientSessionFactory factory = locator.createSessionFactory();
            ClientSession session = factory.createSession(user, password, false, true, true, false, 0);
            return new Line(locator, factory, session);
        } catch (Exception refused) {
            locator.close();
            throw refused;
        }
    }

    @Override
    public synchronized void close() {
        Line open = line;
        line = null;
        if (open != null) {
            try {
                open.session().close();
            } catch (ActiveMQException gone) {
                // What is lost need not be closed.
                open.factory().cleanup();
            }
            open.factory().close();
            open.locator().close();
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "BrokerPulse" + queues;
    }
}
