package org.paysign.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A step that the messages of a batch take together: each waits here until all of them have come or have ended before, then
 * it is done for all at once and each goes on by itself. What is no message of a batch waits for nobody. Safe for use by
 * several threads.
 */
public final class Jointly<I, O> {

    private final Supplier<Optional<Batch>> current;
    private final Function<List<I>, List<CompletableFuture<O>>> work;

    /** Made by {@link Batches#jointly}. */
    Jointly(Supplier<Optional<Batch>> current, Function<List<I>, List<CompletableFuture<O>>> work) {
        this.current = current;
        this.work = work;
    }

    /**
     * Has it done for one message.
     *
     * @param then what the message goes on with; what it throws is the failure of this message
     */
    public <R> CompletionStage<R> call(I input, Function<O, R> then) {
        Waiting<O, R> mine = new Waiting<>(then);
        current.get()
                .ifPresentOrElse(batch -> batch.join(this, input, mine), () -> doAll(List.of(input), List.of(mine)));
        return mine.gone;
    }

    /** On the thread of the batch; returns when all have gone on, as far as they go without waiting again. */
    void doAll(List<I> inputs, List<Waiting<O, ?>> waiting) {
        List<CompletableFuture<O>> results;
        try {
            results = work.apply(inputs);
        } catch (RuntimeException failure) {
            results = new ArrayList<>();
            for (int i = 0; i < inputs.size(); i++) {
                results.add(CompletableFuture.failedFuture(failure));
            }
        }
        for (int i = 0; i < waiting.size(); i++) {
            waiting.get(i).goOn(results.get(i));
        }
    }

    /** A message that waits. */
    static final class Waiting<O, R> {
        private final CompletableFuture<R> gone = new CompletableFuture<>();
        private final Function<O, R> then;

        Waiting(Function<O, R> then) {
            this.then = then;
        }

        private void goOn(CompletableFuture<O> result) {
            R next;
            try {
                next = then.apply(result.join());
            } catch (CompletionException failed) {
                gone.completeExceptionally(failed.getCause() == null ? failed : failed.getCause());
                return;
            } catch (RuntimeException failed) {
                gone.completeExceptionally(failed);
                return;
            }
            // Whatever the message meets from here on is its own.
            gone.complete(next);
        }
    }
}
