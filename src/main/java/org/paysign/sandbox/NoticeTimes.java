package org.paysign.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How long things take around Alipay's notices: {@code firstGap} is what the first of Alipay's gaps, 4 minutes, lasts in
 * this world, and all others shrink with it; {@code late} delays a late notice; {@code patience} is how long an answer
 * may take, {@code before} how long the phone waits for the answer to a notice that comes before its result.
 */
record NoticeTimes(Duration firstGap, Duration late, Duration patience, Duration before) {

    static final NoticeTimes USUAL =
            new NoticeTimes(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(5), Duration.ofSeconds(3));

    /** In minutes, see https://opendocs.alipay.com/open/270/105902. */
    private static final List<Integer> GAPS = List.of(4, 10, 10, 60, 120, 360, 900);

    NoticeTimes {
        if (firstGap.isNegative() || firstGap.isZero()) {
            throw new IllegalArgumentException("firstGap must be longer than nothing");
        }
        if (late.isNegative() || patience.isNegative() || before.isNegative()) {
            throw new IllegalArgumentException("late, patience and before must not be negative");
        }
    }

    /** When the send after this many comes; empty when there was the last one. */
    Optional<Instant> next(int sends, Instant now) {
        return sends > GAPS.size()
                ? Optional.empty()
                : Optional.of(
                        now.plus(firstGap.multipliedBy(GAPS.get(sends - 1)).dividedBy(GAPS.get(0))));
    }
}
