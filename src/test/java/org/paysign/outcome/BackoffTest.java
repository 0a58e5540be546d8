package org.paysign.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private final Backoff backoff = Backoff.ofSeconds(5, 21_600, 30, 604_800);

    @ParameterizedTest
    @CsvSource({"-1, 5", "0, 5", "1, 5", "2, 10", "3, 20", "13, 20480", "14, 21600", "31, 21600", "2147483647, 21600"})
    void drawsBelowDoublingBound(int tried, long seconds) {
        long[] bound = new long[1];
        RandomGenerator highest = new RandomGenerator() {
            @Override
            public long nextLong() {
                return 0;
            }

            @Override
            public long nextLong(long limit) {
                bound[0] = limit;
                return limit - 1;
            }
        };
        assertThat(backoff.after(tried, highest)).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(bound[0]).isEqualTo(seconds * 1000 + 1);
    }

    @Test
    void jittersFully() {
        Random random = new Random(20261122);
        long[] quarters = new long[4];
        for (int i = 0; i < 4_000; i++) {
            long gap = backoff.after(3, random).toMillis();
            assertThat(gap).isBetween(0L, 20_000L);
            quarters[(int) Math.min(gap / 5_000, 3)]++;
        }
        assertThat(Arrays.stream(quarters).boxed()).allMatch(count -> count > 800);
    }

    @ParameterizedTest
    @CsvSource({"30, 604800, true", "29, 604800, false", "30, 604799, false", "100, 604799, false", "29, 9999999, false"
    })
    void givesUpOnlyAfterTriesAndAge(int tried, long age, boolean exhausted) {
        assertThat(backoff.isExhausted(tried, Duration.ofSeconds(age))).isEqualTo(exhausted);
    }
}
