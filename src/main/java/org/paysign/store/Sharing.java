package org.paysign.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Does the work of several in one transaction. What that leaves out, and all of it if it fails, is done again one by one: no
 * work suffers from the work beside it. To be called outside of any transaction.
 */
final class Sharing<I, O> {

    /** Work in one transaction; empty stands for what has to be done alone. */
    @FunctionalInterface
    interface Shared<I, O> {
        List<Optional<O>> doAll(List<I> inputs);
    }

    private final Shared<I, O> shared;
    private final Function<I, O> alone;

    /**
     * Takes what is to be done.
     *
     * @param shared work in one transaction; nothing of it counts if it throws
     * @param alone one piece of work, in a transaction of its own
     */
    Sharing(Shared<I, O> shared, Function<I, O> alone) {
        this.shared = shared;
        this.alone = alone;
    }

    /**
     * Does what can be shared; what cannot is done when its result is asked for.
     *
     * @return for each input what gives its result, or throws {@link CannotCreateTransactionException} if there is no
     *     database, or whatever else doing it alone throws
     */
    List<Supplier<O>> begin(List<I> inputs) {
        if (inputs.isEmpty()) {
            return List.of();
        }
        List<Supplier<O>> results = apart(inputs);
        try {
            List<Optional<O>> done = shared.doAll(inputs);
            for (int i = 0; i < done.size(); i++) {
                Optional<O> mine = done.get(i);
                if (mine.isPresent()) {
                    results.set(i, mine::get);
                }
            }
            return results;
        } catch (CannotCreateTransactionException outage) {
            Supplier<O> none = () -> {
                throw new CannotCreateTransactionException("There is no database for the shared transaction", outage);
            };
            return Collections.nCopies(inputs.size(), none);
        } catch (RuntimeException spoilt) {
            // Everybody finds out alone whose work it was.
            return results;
        }
    }

    /** Shares nothing: each is done when its result is asked for. */
    List<Supplier<O>> apart(List<I> inputs) {
        return inputs.stream()
                .<Supplier<O>>map(input -> () -> alone.apply(input))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /**
     * Does all of it, and then what is told; a failure is of its own input only. Once there is no database, the rest is not
     * tried: each would wait for it as long as the first.
     */
    <R> List<CompletableFuture<R>> all(List<I> inputs, Function<O, R> then) {
        List<CompletableFuture<R>> all = new ArrayList<>();
        @Nullable CannotCreateTransactionException outage = null;
        for (Supplier<O> result : begin(inputs)) {
            try {
                all.add(
                        outage == null
                                ? CompletableFuture.completedFuture(then.apply(result.get()))
                                : CompletableFuture.failedFuture(outage));
            } catch (CannotCreateTransactionException none) {
                outage = none;
                all.add(CompletableFuture.failedFuture(none));
            } catch (RuntimeException failure) {
                all.add(CompletableFuture.failedFuture(failure));
            }
        }
        return all;
    }
}
