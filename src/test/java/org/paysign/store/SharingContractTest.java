package org.paysign.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.paysign.agreement.Claim;
import org.paysign.agreement.Signal;
import org.paysign.agreement.State;

/** What those who share a transaction may rely on: nobody gets another's answer, and nobody suffers from another. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SharingContractTest {

    private static final int CALLERS = 24;
    private static final int BATCH = 6;

    private Database database;
    private StoreSample store;

    /** Opens an empty database. */
    abstract Database open();

    @BeforeAll
    void opens() {
        database = open();
    }

    @AfterAll
    void closes() {
        database.close();
    }

    @BeforeEach
    void takesMerchantOfItsOwn() {
        store = new StoreSample(database);
    }

    @Test
    void givesEveryRequestItsOwnReply() throws Exception {
        List<Remembered> answers = rememberInBatches(n -> store.request("r" + n, "n" + n, "d", "reply " + n));

        assertThat(answers)
                .isEqualTo(IntStream.range(0, CALLERS)
                        .mapToObj(n -> new Remembered.Stored("reply " + n))
                        .toList());
        for (int n = 0; n < CALLERS; n++) {
            assertThat(store.agreements.recall(store.merchant, "r" + n, "d")).contains(answers.get(n));
            Agreement mine =
                    store.agreements.findByRequest(store.merchant, "r" + n).orElseThrow();
            assertThat(mine.key()).isEqualTo(store.key("n" + n));
            assertThat(store.time.signals("n" + n + store.merchant))
                    .singleElement()
                    .asString()
                    .contains("\"r" + n + "\"");
        }
    }

    @Test
    void tellsRepeatsConflictsAndTakenNumbersApart() throws Exception {
        store.agreements.record(store.signRequest("signed").id(), StoreSample.signed());
        store.agreements.remember(store.request("old", "old", "d", "old reply"));

        List<Remembered> answers = rememberInBatches(n -> switch (n % 4) {
            case 0 -> store.request("r" + n, "n" + n, "d", "reply " + n);
            case 1 -> store.request("old", "n" + n, "d", "reply " + n);
            case 2 -> store.request("old", "n" + n, "other", "reply " + n);
            default -> store.request("r" + n, "signed", "d", "reply " + n);
        });

        for (int n = 0; n < CALLERS; n++) {
            switch (n % 4) {
                case 0 -> assertThat(answers.get(n)).isEqualTo(new Remembered.Stored("reply " + n));
                case 1 -> assertThat(answers.get(n)).isEqualTo(new Remembered.Stored("old reply"));
                case 2 -> assertThat(answers.get(n)).isEqualTo(new Remembered.Conflict());
                default -> assertThat(answers.get(n)).isInstanceOf(Remembered.Refused.class);
            }
            assertThat(store.agreements.find(store.key("n" + n)).isPresent()).isEqualTo(n % 4 == 0);
        }
    }

    @Test
    void answersRepeatsOfABatchWithTheReplyOfTheFirst() {
        List<Remembered> answers = store
                .agreements
                .rememberAll(List.of(
                        store.request("same", "number", "d", "first reply"),
                        store.request("same", "number", "d", "second reply"),
                        store.request("same", "another number", "d", "third reply")))
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).containsOnly(new Remembered.Stored("first reply"));
        assertThat(store.agreements.find(store.key("another number"))).isEmpty();
    }

    @Test
    void decidesOnceWhateverComesTogetherAboutOneAgreement() throws Exception {
        Agreement one = store.signRequest("one");
        List<Agreement> others = IntStream.range(0, CALLERS)
                .mapToObj(n -> store.signRequest("n" + n))
                .toList();

        StoreSample.together(CALLERS, n -> {
            store.agreements.record(
                    n % 2 == 0 ? one.id() : others.get(n).id(),
                    n % 4 == 0 ? new Signal.Claimed(1, Claim.FAILED, "6002", true, "") : StoreSample.signed());
            return n;
        });

        assertThat(store.state("one")).isEqualTo(State.SIGNED);
        assertThat(store.time.outcomes("one" + store.merchant)).hasSize(1);
        for (int n = 1; n < CALLERS; n += 2) {
            assertThat(store.state("n" + n)).isEqualTo(State.SIGNED);
            assertThat(store.time.outcomes("n" + n + store.merchant))
                    .extracting(row -> row.get("version"))
                    .containsExactly(1);
        }
    }

    @Test
    void keepsTheFaultOfOneFromTheOthers() throws Exception {
        List<Agreement> agreements = IntStream.range(0, CALLERS)
                .mapToObj(n -> store.signRequest("n" + n))
                .toList();
        long spoilt = agreements.get(5).id();
        JdbcAgreements some = new JdbcAgreements(
                database,
                (id, version, about, verdict, at) -> {
                    if (about.id() == spoilt) {
                        throw new IllegalStateException("broken on purpose");
                    }
                    return "{}";
                },
                StoreSample.PACE);

        List<CompletableFuture<Boolean>> recorded =
                inBatches(n -> Word.of(agreements.get(n), StoreSample.signed()), some::recordAll);

        assertThat(recorded)
                .filteredOn(CompletableFuture::isCompletedExceptionally)
                .containsExactly(recorded.get(5));
        assertThatThrownBy(recorded.get(5)::join).hasRootCauseMessage("broken on purpose");
        assertThat(store.state("n5")).isEqualTo(State.ISSUED);
        assertThat(IntStream.range(0, CALLERS).filter(n -> n != 5).mapToObj(n -> store.state("n" + n)))
                .containsOnly(State.SIGNED);
    }

    @Test
    void waitsForNoRowThatOthersHold() throws Exception {
        Agreement held = store.signRequest("held");
        List<Agreement> free =
                Stream.of("a", "b", "c").map(name -> store.signRequest(name)).toList();
        CountDownLatch release = new CountDownLatch(1);
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            Future<?> holder = threads.submit(() -> hold(held, release));
            await().until(() -> isHeld(held));
            Future<?> waiting = threads.submit(() -> store.agreements.record(held.id(), StoreSample.signed()));

            for (Agreement agreement : free) {
                threads.submit(() -> store.agreements.record(agreement.id(), StoreSample.signed()))
                        .get(10, TimeUnit.SECONDS);
            }

            assertThat(waiting).isNotDone();
            release.countDown();
            holder.get(10, TimeUnit.SECONDS);
            waiting.get(10, TimeUnit.SECONDS);
            assertThat(Stream.of("held", "a", "b", "c").map(store::state)).containsOnly(State.SIGNED);
        } finally {
            release.countDown();
            threads.shutdownNow();
        }
    }

    private List<Remembered> rememberInBatches(IntFunction<NewRequest> requests) throws Exception {
        return inBatches(requests, store.agreements::rememberAll).stream()
                .map(CompletableFuture::join)
                .toList();
    }

    /** Several batches at the same time; what became of each, in their order. */
    private static <I, O> List<CompletableFuture<O>> inBatches(
            IntFunction<I> inputs, Function<List<I>, List<CompletableFuture<O>>> work) throws Exception {
        return StoreSample.together(
                        CALLERS / BATCH,
                        batch -> work.apply(IntStream.range(batch * BATCH, (batch + 1) * BATCH)
                                .mapToObj(inputs)
                                .toList()))
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private void hold(Agreement agreement, CountDownLatch release) {
        database.transactions().executeWithoutResult(status -> {
            database.jdbc()
                    .sql("SELECT id FROM agreement WHERE id = ? FOR UPDATE")
                    .param(agreement.id())
                    .query(Long.class)
                    .single();
            await().until(() -> release.await(1, TimeUnit.MILLISECONDS));
        });
    }

    private boolean isHeld(Agreement agreement) {
        List<Map<String, Object>> free = database.transactions().execute(status -> database.jdbc()
                .sql("SELECT id FROM agreement WHERE id = ? FOR UPDATE SKIP LOCKED")
                .param(agreement.id())
                .query()
                .listOfRows());
        return free.isEmpty();
    }
}
