package org.paysign.monitoring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What costs something to be learnt and is asked for all the time: learnt by one thread, kept for a while, and nobody
 * waits long for it. However often it is asked for, learning it takes a twentieth of the time at most.
 */
final class Fresh<T> implements AutoCloseable {

    private static final Duration KEPT = Duration.ofSeconds(2);
    private static final int SHARE = 20;

    private final String name;
    private final Clock clock;
    private final Duration patience;
    private final Supplier<T> source;
    private final ExecutorService worker;
    private @Nullable Reading<T> reading;

    /**
     * Learns from a source.
     *
     * @param name who is to blame when it does not answer
     * @param patience how long somebody waits who asks
     */
    Fresh(String name, Clock clock, Duration patience, Supplier<T> source) {
        this.name = name;
        this.clock = clock;
        this.patience = patience;
        this.source = source;
        this.worker = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "fresh-" + name.replace(' ', '-'));
            thread.setDaemon(true);
            return thread;
        });
    }

    /** What was learnt, or is being learnt. */
    private static final class Reading<T> {

        private final Instant begun;
        private final Future<Learnt<T>> result;

        Reading(Instant begun, Future<Learnt<T>> result) {
            this.begun = begun;
            this.result = result;
        }
    }

    private static final class Learnt<T> {

        private final T value;
        private final Instant begun;
        private final Instant ended;

        Learnt(T value, Instant begun, Instant ended) {
            this.value = value;
            this.begun = begun;
            this.ended = ended;
        }

        Instant goodUntil() {
            Duration share = Duration.between(begun, ended).multipliedBy(SHARE);
            return ended.plus(share.compareTo(KEPT) > 0 ? share : KEPT);
        }
    }

    /**
     * Learns it, or returns what is fresh enough.
     *
     * @throws IllegalStateException saying why there is nothing
     */
    T get() {
        Reading<T> current = current();
        Duration left = patience.minus(Duration.between(current.begun, clock.instant()));
        try {
            return current.result.get(Math.max(0, left.toMillis()), TimeUnit.MILLISECONDS).value;
        } catch (TimeoutException slow) {
            throw new IllegalStateException("The " + name + " has not answered within " + patience.toMillis() + " ms");
        } catch (ExecutionException failed) {
            Throwable why = failed.getCause();
            throw new IllegalStateException(
                    why instanceof IllegalStateException
                            ? why.getMessage()
                            : "The " + name + " does not answer ("
                                    + (why == null ? failed : why).getClass().getSimpleName() + ")");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("PaySign is stopping");
        }
    }

    private synchronized Reading<T> current() {
        Instant now = clock.instant();
        if (reading == null || isStale(reading, now)) {
            reading = new Reading<>(now, worker.submit(this::learn));
        }
        return reading;
    }

    private Learnt<T> learn() {
        Instant begun = clock.instant();
        T value = source.get();
        return new Learnt<>(value, begun, clock.instant());
    }

    /** What has failed is tried again, but not by everybody who asks. */
    private static <T> boolean isStale(Reading<T> reading, Instant now) {
        if (!reading.result.isDone()) {
            return false;
        }
        try {
            return now.isAfter(reading.result.get().goodUntil());
        } catch (ExecutionException failed) {
            return now.isAfter(reading.begun.plus(KEPT));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
