package org.paysign.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GapsTest {

    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofHours(6);

    @ParameterizedTest
    @CsvSource({
        "-1, 10",
        "0, 10",
        "1, 10",
        "2, 20",
        "3, 40",
        "12, 20480",
        "13, 21600",
        "31, 21600",
        "64, 21600",
        "65, 21600",
        "2147483647, 21600",
    })
    void doublesUpToTheLongest(int attempts, long seconds) {
        assertThat(gaps(drawing(500)).after(attempts)).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(gaps(drawing(0)).after(attempts))
                .isEqualTo(Duration.ofSeconds(seconds).dividedBy(2));
    }

    @Test
    void staysBetweenHalfAndWhole() {
        Gaps gaps = gaps(new Random(20261122));
        for (int attempts = 0; attempts < 5_000; attempts++) {
            Duration whole = gaps(drawing(500)).after(attempts % 20);
            assertThat(gaps.after(attempts % 20)).isBetween(whole.dividedBy(2), whole);
            assertThat(gaps.slowest()).isBetween(LONGEST.dividedBy(2), LONGEST);
        }
    }

    @Test
    void asksSlowlyInTheLongestGaps() {
        assertThat(gaps(drawing(500)).slowest()).isEqualTo(LONGEST);
        assertThat(gaps(drawing(0)).slowest()).isEqualTo(LONGEST.dividedBy(2));
    }

    @Test
    void readsSeconds() {
        Gaps gaps = Gaps.ofSeconds(10, 21600);
        assertThat(gaps.first()).isEqualTo(FIRST);
        assertThat(gaps.longest()).isEqualTo(LONGEST);
    }

    private static Gaps gaps(RandomGenerator random) {
        return new Gaps(FIRST, LONGEST, random);
    }

    /** Draws the same number every time, whatever the bound. */
    private static RandomGenerator drawing(int number) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                return number;
            }

            @Override
            public int nextInt(int bound) {
                assertThat(bound).isGreaterThan(number);
                return number;
            }
        };
    }
}
