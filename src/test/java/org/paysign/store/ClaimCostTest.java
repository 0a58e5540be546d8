package org.paysign.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What a claim costs with ten thousand, a hundred thousand and a million agreements stored; no part of verify. */
@org.jspecify.annotations.NullUnmarked
@EnabledIfSystemProperty(named = "store.cost", matches = "true")
class ClaimCostTest {

    private static final int[] SIZES = {10_000, 100_000, 1_000_000};
    private static final int DUE = 3_000;
    private static final int ROUNDS = 12;
    private static final int CLAIMS = 20;

    @Test
    void staysTheSameHoweverManyAreStored() {
        Map<Integer, FullStore> stores = new LinkedHashMap<>();
        Map<Integer, List<Double>> claims = new LinkedHashMap<>();
        Map<Integer, List<Double>> scans = new LinkedHashMap<>();
        for (int size : SIZES) {
            stores.put(size, prepared(size));
            claims.put(size, new ArrayList<>());
            scans.put(size, new ArrayList<>());
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int size : SIZES) {
                StoreSample store = new StoreSample(stores.get(size).database());
                claims.get(size).add(claim(store));
                scans.get(size).add(scan(store));
            }
        }
        stores.values().forEach(FullStore::close);
        for (int size : SIZES) {
            System.out.printf(
                    "%,9d agreements: claim %.0f us a row, scan of the lanes %.0f us%n",
                    size, median(claims.get(size)), median(scans.get(size)));
        }
        double ratio = median(claims.get(1_000_000)) / median(claims.get(10_000));
        System.out.printf("claim at 1,000,000 against 10,000: %.2f%n", ratio);
        System.out.printf(
                "scan at 1,000,000 against 10,000: %.2f%n", median(scans.get(1_000_000)) / median(scans.get(10_000)));
        assertThat(ratio).as("the target").isLessThan(1.3);
    }

    /** Equally many unknown ones are due, spread over all that is stored. */
    private static FullStore prepared(int size) {
        FullStore store = new FullStore(size);
        store.database()
                .jdbc()
                .sql("UPDATE agreement SET merchant = 'work', state = 'UNKNOWN', due_at = now() - INTERVAL '1 minute'"
                        + " WHERE id % ? = 0")
                .param(size / DUE)
                .update();
        store.database().jdbc().sql("VACUUM ANALYZE").update();
        return store;
    }

    /** Microseconds a row; the first round warms up and is not the median. */
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
        assertThat(rows).isEqualTo(CLAIMS * 10);
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
}
