package org.paysign.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Callers that come at the same time share one transaction: one of them does the work of all that wait, and each returns
 * when the transaction with its own work is committed. Nobody waits for company, so that who comes alone works at once.
 * What cannot be shared is done again by its own caller. Safe for use by several threads; to be called outside of any
 * transaction.
 */
final class Together<I, O> {

    private final Queue<Seat<I, O>> waiting = new ConcurrentLinkedQueue<>();
    /** One transaction at a time: while it is written to the disk, the next one fills. */
    private final Semaphore wheel = new Semaphore(1);

    private final int seats;
    private final Sharing<I, O> sharing;

    /**
     * Shares between callers.
     *
     * @param seats how much work one transaction takes
     */
    Together(int seats, Sharing<I, O> sharing) {
        this.seats = seats;
        this.sharing = sharing;
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
        while (mine.result == null) {
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
        return Objects.requireNonNull(mine.result, "whoever drives leaves a result")
                .get();
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
        List<I> inputs = aboard.stream().map(seat -> seat.input).toList();
        // Should this thread die of it, the others go on alone.
        List<Supplier<O>> results = sharing.apart(inputs);
        try {
            results = sharing.begin(inputs);
        } finally {
            for (int i = 0; i < aboard.size(); i++) {
                aboard.get(i).leave(results.get(i));
            }
        }
    }

    /** What one caller waits for; written by whoever drives. */
    private static final class Seat<I, O> {
        private final Thread caller = Thread.currentThread();
        private final I input;
        private volatile @Nullable Supplier<O> result;

        Seat(I input) {
            this.input = input;
        }

        void leave(Supplier<O> mine) {
            result = mine;
            LockSupport.unpark(caller);
        }
    }
}
