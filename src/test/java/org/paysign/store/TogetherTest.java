package org.paysign.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.CannotCreateTransactionException;

@NullUnmarked
class TogetherTest {

    private static final int FIRST = -1;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<List<Integer>> shared = Collections.synchronizedList(new ArrayList<>());
    private final List<Integer> alone = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch firstMayEnd = new CountDownLatch(1);

    @AfterEach
    void stops() {
        firstMayEnd.countDown();
        threads.shutdownNow();
    }

    @Test
    void keepsNobodyWaitingForCompany() {
        assertThat(together(8, this::everything).call(1)).isEqualTo("shared 1");
    }

    @Test
    void sharesOneTransactionBetweenAllThatCameMeanwhile() throws Exception {
        List<Future<String>> calls = callBehindTheFirst(together(8, this::everything), 5);

        assertThat(results(calls)).containsExactly("shared 0", "shared 1", "shared 2", "shared 3", "shared 4");
        assertThat(shared).hasSize(2).last().satisfies(all -> assertThat(all).containsExactlyInAnyOrder(0, 1, 2, 3, 4));
    }

    @Test
    void takesNoMoreThanItHasSeatsFor() throws Exception {
        List<Future<String>> calls = callBehindTheFirst(together(3, this::everything), 7);

        assertThat(results(calls)).hasSize(7);
        assertThat(shared).allSatisfy(all -> assertThat(all).hasSizeLessThanOrEqualTo(3));
    }

    @Test
    void leavesToItsCallerWhatTheSharedTransactionLeavesOut() throws Exception {
        List<Future<String>> calls = callBehindTheFirst(
                together(8, all -> all.stream()
                        .map(n -> n == 2 ? Optional.<String>empty() : Optional.of("shared " + n))
                        .toList()),
                4);

        assertThat(results(calls)).containsExactly("shared 0", "shared 1", "alone 2", "shared 3");
    }

    @Test
    void doesEverythingAloneWhenOneSpoilsTheSharedTransaction() throws Exception {
        List<Future<String>> calls = callBehindTheFirst(
                together(8, all -> {
                    throw new IllegalStateException("spoilt on purpose");
                }),
                3);

        assertThat(results(calls)).containsExactly("alone 0", "alone 1", "alone 2");
    }

    @Test
    void tellsEverybodyOfAnOutageAtOnce() throws Exception {
        List<Future<String>> calls = callBehindTheFirst(
                together(8, all -> {
                    throw new CannotCreateTransactionException("away on purpose");
                }),
                3);

        for (Future<String> call : calls) {
            assertThatThrownBy(call::get)
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(CannotCreateTransactionException.class);
        }
        assertThat(alone).isEmpty();
    }

    @Test
    void leavesNobodyWaitingWhenTheDriverDies() throws Exception {
        List<Future<String>> calls = callBehindTheFirst(
                together(8, all -> {
                    throw new AssertionError("died on purpose");
                }),
                3);

        List<String> ended = new ArrayList<>();
        for (Future<String> call : calls) {
            try {
                ended.add(call.get(10, TimeUnit.SECONDS).substring(0, 5));
            } catch (ExecutionException died) {
                ended.add("died");
            }
        }
        assertThat(ended).containsExactlyInAnyOrder("died", "alone", "alone");
    }

    @Test
    void keepsAnInterruptForItsCaller() throws Exception {
        Together<Integer, String> together = together(8, this::everything);
        Future<String> first = threads.submit(() -> together.call(FIRST));
        await().until(() -> !shared.isEmpty());
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            together.call(1);
            interrupted.complete(Thread.currentThread().isInterrupted());
        });
        caller.start();
        await().until(() -> caller.getState() == Thread.State.WAITING);

        caller.interrupt();
        firstMayEnd.countDown();

        assertThat(interrupted.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("first");
    }

    @Test
    void losesNobodyHoweverManyCome() throws Exception {
        LongAdder sum = new LongAdder();
        Function<Integer, Integer> add = n -> {
            sum.add(n);
            return n;
        };
        Together<Integer, Integer> together = new Together<>(
                4,
                new Sharing<>(
                        all -> all.stream()
                                .map(n -> n % 7 == 0 ? Optional.<Integer>empty() : Optional.of(add.apply(n)))
                                .toList(),
                        add));

        List<Future<Boolean>> callers = new ArrayList<>();
        for (int thread = 0; thread < 12; thread++) {
            callers.add(threads.submit(() -> {
                boolean right = true;
                for (int n = 1; n <= 2_000; n++) {
                    right &= together.call(n) == n;
                }
                return right;
            }));
        }

        for (Future<Boolean> caller : callers) {
            assertThat(caller.get(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(sum.sum()).isEqualTo(12L * 2_000 * 2_001 / 2);
    }

    /** The first one drives alone until it may end; the others are worked on as told. */
    private Together<Integer, String> together(int seats, Sharing.Shared<Integer, String> work) {
        return new Together<>(
                seats,
                new Sharing<>(
                        all -> {
                            shared.add(all);
                            if (all.contains(FIRST)) {
                                await().until(() -> firstMayEnd.await(1, TimeUnit.MILLISECONDS));
                                return List.of(Optional.of("first"));
                            }
                            return work.doAll(all);
                        },
                        n -> {
                            alone.add(n);
                            return "alone " + n;
                        }));
    }

    private List<Optional<String>> everything(List<Integer> all) {
        return all.stream().map(n -> Optional.of("shared " + n)).toList();
    }

    /** All have come before the first one ends. */
    private List<Future<String>> callBehindTheFirst(Together<Integer, String> together, int others) {
        threads.execute(() -> together.call(FIRST));
        await().until(() -> !shared.isEmpty());
        List<Future<String>> calls = new ArrayList<>();
        List<Thread> callers = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < others; i++) {
            int n = i;
            calls.add(threads.submit(() -> {
                callers.add(Thread.currentThread());
                return together.call(n);
            }));
        }
        await().until(() -> callers.size() == others
                && List.copyOf(callers).stream().allMatch(caller -> caller.getState() == Thread.State.WAITING));
        firstMayEnd.countDown();
        return calls;
    }

    private static List<String> results(List<Future<String>> calls) throws Exception {
        List<String> results = new ArrayList<>();
        for (Future<String> call : calls) {
            results.add(call.get(10, TimeUnit.SECONDS));
        }
        return results;
    }
}
