package org.paysign.queue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.camel.Exchange;
import org.apache.camel.RollbackExchangeException;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;

/** The messages of one transaction on their way through the route, on the one thread that the transaction belongs to. */
final class Batch implements AutoCloseable {

    private final Map<Jointly<?, ?>, Room<?, ?>> waiting = new LinkedHashMap<>();
    /** Other threads put messages here too, if a route hands them over to some. */
    private final BlockingQueue<Exchange> ended = new LinkedBlockingQueue<>();

    private final Runnable end;
    private int onTheirWay;
    private @Nullable Exception failure;

    /** To be ended by {@link #close}. */
    Batch(Runnable end) {
        this.end = end;
    }

    /** Lets a message wait at a step. */
    <I, O> void join(Jointly<I, O> step, I input, Jointly.Waiting<O, ?> message) {
        room(step).add(input, message);
    }

    @SuppressWarnings("unchecked") // a room is of the types of its step
    private <I, O> Room<I, O> room(Jointly<I, O> step) {
        return (Room<I, O>) waiting.computeIfAbsent(step, key -> new Room<>(step));
    }

    /** Lets a message go until it ends or waits for the others. */
    void send(Exchange exchange, DefaultConsumer route) {
        onTheirWay++;
        route.getAsyncProcessor().process(exchange, done -> ended.add(exchange));
    }

    /** Whether a message has failed already; more of them need not begin. */
    boolean hasFailed() {
        settle();
        return failure != null;
    }

    /**
     * Returns when all messages have ended.
     *
     * @throws Exception the failure of the first that failed
     */
    void finish() throws Exception {
        while (onTheirWay > 0) {
            if (!waiting.isEmpty()) {
                Room<?, ?> longest = waiting.values().iterator().next();
                waiting.values().remove(longest);
                longest.goOn();
            } else if (ended.isEmpty()) {
                end(ended.take());
            }
            settle();
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void settle() {
        for (Exchange exchange = ended.poll(); exchange != null; exchange = ended.poll()) {
            end(exchange);
        }
    }

    private void end(Exchange exchange) {
        onTheirWay--;
        Exception mine = exchange.isRollbackOnly() ? new RollbackExchangeException(exchange) : exchange.getException();
        if (failure == null) {
            failure = mine;
        }
    }

    @Override
    public void close() {
        end.run();
    }

    /** Those who wait at one step. */
    private static final class Room<I, O> {
        private final Jointly<I, O> step;
        private final List<I> inputs = new ArrayList<>();
        private final List<Jointly.Waiting<O, ?>> messages = new ArrayList<>();

        Room(Jointly<I, O> step) {
            this.step = step;
        }

        void add(I input, Jointly.Waiting<O, ?> message) {
            inputs.add(input);
            messages.add(message);
        }

        void goOn() {
            step.doAll(inputs, messages);
        }
    }
}
