package org.paysign.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Stores of several sizes in one PostgreSQL, in which equally many are due, and what it costs to ask for those. */
public final class ClaimCost implements AutoCloseable {

    private static final int DUE = 3_000;
    private static final int ROUNDS = 12;
    private static final int CLAIMS = 20;

    private final Map<Integer, FullStore> stores = new LinkedHashMap<>();

    /** Makes stores with so many agreements each. */
    public ClaimCost(int... sizes) {
        for (int size : sizes) {
            stores.put(size, prepared(size));
        }
    }

    /** Equally many unknown ones are due, spread over all that is stored. */
    private static FullStore prepared(int size) {
        FullStore store = new FullStore(size);
        store.database()
                .jdbc()
                .sql("UPDATE agreement SET merchant = 'work', state = 'UNKNOWN' WHERE id % ? = 0")
                .param(size / DUE)
                .update();
        return store;
    }

    /** What was claimed before is due again. */
    private static void makeDue(FullStore store) {
        store.database()
                .jdbc()
                .sql("UPDATE agreement SET due_at = now() - INTERVAL '1 minute' WHERE merchant = 'work'")
                .update();
        store.database().jdbc().sql("VACUUM ANALYZE").update();
    }

    /** Microseconds a claimed row. */
    public Medians claims() {
        stores.values().forEach(ClaimCost::makeDue);
        return alternating(ClaimCost::claim);
    }

    /** Microseconds to learn whose turn it is. */
    public Medians scans() {
        return alternating(ClaimCost::scan);
    }

    private Medians alternating(ToDoubleFunction<StoreSample> micros) {
        Map<Integer, List<Double>> all = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            stores.forEach((size, store) -> all.computeIfAbsent(size, none -> new ArrayList<>())
                    .add(micros.applyAsDouble(new StoreSample(store.database()))));
        }
        Map<Integer, Double> medians = new LinkedHashMap<>();
        all.forEach((size, values) -> medians.put(size, median(values)));
        return new Medians(medians);
    }

    /** The first round warms up and is not the median. */
    private static double claim(StoreSample store) {
        long nanos = 0;
        int rows = 0;
        for (int n = 0; n < CLAIMS; n++) {
            long begun = System.nanoTime();
            List<Due> due = store.questions.claim(Subject.UNKNOWN, "work", StoreSample.claiming(10));
            nanos += System.nanoTime() - begun;
            rows += due.size();
            due.forEach(question -> store.questions.postpone(question, Duration.ofHours(1), "later"));
        }
        if (rows != CLAIMS * 10) {
            throw new IllegalStateException("Only " + rows + " were due");
        }
        return nanos / 1e3 / rows;
    }

    private static double scan(StoreSample store) {
        long begun = System.nanoTime();
        store.questions.merchants(Subject.UNKNOWN, 12);
        store.questions.merchants(Subject.SIGNED, 20);
        store.outcomes.lanes(24);
        return (System.nanoTime() - begun) / 1e3;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    @Override
    public void close() {
        stores.values().forEach(FullStore::close);
    }

    /** Microseconds by how many are stored. */
    public record Medians(Map<Integer, Double> micros) {

        double ratio(int large, int small) {
            return micros.getOrDefault(large, Double.NaN) / micros.getOrDefault(small, Double.NaN);
        }
    }
}
