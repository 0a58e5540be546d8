package org.paysign.queue;

import jakarta.jms.ConnectionFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.camel.component.jms.JmsEndpoint;
import org.apache.camel.component.jms.MessageListenerContainerFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.jms.listener.AbstractMessageListenerContainer;

/**
 * Has the consumers of a queue acknowledge several messages in one transaction. Only for queues whose routes wait for
 * nobody outside: what is answered is sent when the last of them is. A route may have steps that its messages take
 * {@link Jointly}.
 */
public final class Batches implements MessageListenerContainerFactory {

    private final int most;
    private final Duration longest;
    private final long mostBytes;
    private final ConnectionFactory connections;
    /** Of a consumer's thread, for as long as its batch lasts. */
    @SuppressWarnings("ThreadLocalUsage") // of these consumers, and removed when their batch ends
    private final ThreadLocal<@Nullable Batch> current = new ThreadLocal<>();

    /**
     * Takes the numbers of the configuration.
     *
     * @param most messages in one transaction
     * @param longestMillis after which no further one is taken
     * @param mostBytes of body after which no further one is taken
     * @param connections whose consumers fetch some messages ahead, or each would be asked for by itself; what the routes
     *     send goes through these too, because it belongs to the consumer's transaction
     */
    public Batches(int most, long longestMillis, long mostBytes, ConnectionFactory connections) {
        this.most = most;
        this.longest = Duration.ofMillis(longestMillis);
        this.mostBytes = mostBytes;
        this.connections = connections;
    }

    @Override
    public AbstractMessageListenerContainer createMessageListenerContainer(JmsEndpoint endpoint) {
        return new BatchContainer(endpoint, this);
    }

    /**
     * A step that the messages of a batch take together.
     *
     * @param work results in the order of the inputs, all of them there when it returns; a failure is of its own input only
     */
    public <I, O> Jointly<I, O> jointly(Function<List<I>, List<CompletableFuture<O>>> work) {
        return new Jointly<>(() -> Optional.ofNullable(current.get()), work);
    }

    /** A batch of the messages that this thread sends into the route until it is closed. */
    Batch begin() {
        Batch batch = new Batch(current::remove);
        current.set(batch);
        return batch;
    }

    int most() {
        return most;
    }

    Duration longest() {
        return longest;
    }

    long mostBytes() {
        return mostBytes;
    }

    ConnectionFactory connections() {
        return connections;
    }
}
