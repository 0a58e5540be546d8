package org.paysign.benchmark;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Requests at a fixed pace, whether replies come or not, and each counted from the moment in which it was due: a stall
 * of the sender or of PaySign is in the figures of all that should have gone out meanwhile.
 */
final class Latency {

    private static final int SENDERS = 4;
    private static final long PATIENCE_MILLIS = 30_000;

    private final Mailbox mailbox;
    private final Requests requests;
    private final double perSecond;
    private final long[] nanos;

    Latency(Mailbox mailbox, Requests requests, double perSecond) {
        this.mailbox = mailbox;
        this.requests = requests;
        this.perSecond = perSecond;
        this.nanos = new long[requests.count()];
    }

    /** Milliseconds from due to replied, sorted. */
    double[] measure(String requestQueue, String replyQueue) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(SENDERS + 1);
        try {
            long begun = System.nanoTime() + 500_000_000L;
            List<Future<?>> all = new ArrayList<>();
            all.add(pool.submit(() -> takeAll(replyQueue, begun)));
            for (int sender = 0; sender < SENDERS; sender++) {
                int first = sender;
                all.add(pool.submit(() -> sendSome(requestQueue, first, begun)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }
        return Arrays.stream(nanos).mapToDouble(one -> one / 1e6).sorted().toArray();
    }

    private long due(int number, long begun) {
        return begun + (long) (number * 1e9 / perSecond);
    }

    private void sendSome(String queue, int first, long begun) {
        try (JMSContext session = mailbox.factory().createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
            Queue to = session.createQueue(queue);
            JMSProducer producer = session.createProducer();
            for (int number = first; number < requests.count(); number += SENDERS) {
                for (long wait = due(number, begun) - System.nanoTime(); wait > 0; ) {
                    LockSupport.parkNanos(wait);
                    wait = due(number, begun) - System.nanoTime();
                }
                producer.send(to, requests.text(number));
            }
        }
    }

    private void takeAll(String queue, long begun) {
        try (JMSContext session = mailbox.factory().createContext(JMSContext.DUPS_OK_ACKNOWLEDGE);
                JMSConsumer consumer = session.createConsumer(session.createQueue(queue))) {
            for (int taken = 0; taken < requests.count(); taken++) {
                Message reply = consumer.receive(PATIENCE_MILLIS);
                if (reply == null) {
                    throw new IllegalStateException("Only " + taken + " of " + requests.count() + " replies came");
                }
                long now = System.nanoTime();
                int number =
                        requests.number(Reply.of(reply.getBody(String.class)).requestId());
                nanos[number] = now - due(number, begun);
            }
        } catch (JMSException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** Of sorted values. */
    static double percentile(double[] sorted, double share) {
        return sorted[Math.min(sorted.length - 1, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
