package org.paysign.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Callers that come at the same time share one transaction: one of them does the work of all that wait, and each returns
 * when the transaction with its own work is committed. Nobody waits for company, so that who comes alone works at once.
 * What the shared transaction leaves out, and all of it if it fails, is done again by its own caller, one by one: no work
 * suffers from the work beside it. Safe for use by several threads; to be called outside of any transaction.
 */
final class Together<I, O> {

    /** Work in one transaction; empty stands for what has to be done alone. Nothing of it counts if it throws. */
    @FunctionalInterface
    interface Shared<I, O> {
        List<Optional<O>> doAll(List<I> inputs);
    }

    private final Queue<Seat<I, O>> waiting = new ConcurrentLinkedQueue<>();
    /** One transaction at a time: while it is written to the disk, the next one fills. */
    private final Semaphore wheel = new Semaphore(1);

    private final int seats;
    private final Shared<I, O> shared;
    private final Function<I, O> alone;

    /**
     * Shares between callers.
     *
     * @param seats how much work one transaction takes
     * @param alone does one piece of work, in a transaction of its own
     */
    Together(int seats, Shared<I, O> shared, Function<I, O> alone) {
        this.seats = seats;
        this.shared = shared;
        this.alone = alone;
    }

    /**
     * Returns when the work is committed.
     *
     * @throws CannotCreateTransactionException if there is no database; whatever else doing it alone throws
     */
    O call(I input) {
        Seat<I, O> mine = new Seat<>(input);
        waiting.add(mine);
        boolean interrupted = false;
        while (!mine.done) {
            if (wheel.tryAcquire()) {
                try {
                    drive();
                } finally {
                    wheel.release();
                    wakeNext();
                }
            } else {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (mine.outage != null) {
            throw new CannotCreateTransactionException("There is no database for the shared transaction", mine.outage);
        }
        return mine.result == null ? alone.apply(input) : mine.result;
    }

    /** Whoever waits longest drives next; one that comes after this finds the wheel free. */
    private void wakeNext() {
        Seat<I, O> next = waiting.peek();
        if (next != null) {
            LockSupport.unpark(next.caller);
        }
    }

    private void drive() {
        List<Seat<I, O>> aboard = new ArrayList<>();
        while (aboard.size() < seats && waiting.peek() != null) {
            aboard.add(waiting.remove());
        }
        try {
            if (!aboard.isEmpty()) {
                share(aboard);
            }
        } finally {
            aboard.forEach(Seat::leave);
        }
    }

    private void share(List<Seat<I, O>> aboard) {
        try {
            List<Optional<O>> results =
                    shared.doAll(aboard.stream().map(seat -> seat.input).toList());
            for (int i = 0; i < aboard.size(); i++) {
                aboard.get(i).result = results.get(i).orElse(null);
            }
        } catch (CannotCreateTransactionException outage) {
            aboard.forEach(seat -> seat.outage = outage);
        } catch (RuntimeException spoilt) {
            // Everybody finds out alone whose work it was.
            aboard.forEach(seat -> seat.result = null);
        }
    }

    /** What one caller waits for; written by whoever drives, before {@code done}. */
    private static final class Seat<I, O> {
        private final Thread caller = Thread.currentThread();
        private final I input;
        private @Nullable O result;
        private @Nullable CannotCreateTransactionException outage;
        private volatile boolean done;

        Seat(I input) {
            this.input = input;
        }

        void leave() {
            done = true;
            LockSupport.unpark(caller);
        }
    }
}
