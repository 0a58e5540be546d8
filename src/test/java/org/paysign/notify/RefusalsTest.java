package org.paysign.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.paysign.support.ClassLog;

class RefusalsTest {

    private static final class HandClock extends Clock {

        private Instant now = Instant.parse("2026-11-22T02:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    private final HandClock clock = new HandClock();
    private final Refusals refusals = new Refusals(clock);

    @Test
    void countsEveryRefusalByReason() {
        refusals.add(Refusal.WRONG_SIGNATURE);
        refusals.add(Refusal.WRONG_SIGNATURE);
        refusals.add(Refusal.UNKNOWN_APP);
        assertThat(refusals.total()).isEqualTo(3);
        assertThat(refusals.byReason())
                .containsOnly(
                        org.assertj.core.api.Assertions.entry("wrong_signature", 2L),
                        org.assertj.core.api.Assertions.entry("unknown_app", 1L));
    }

    @Test
    void tellsTheLogOnceAMinute() {
        try (ClassLog log = new ClassLog(Refusals.class)) {
            for (int i = 0; i < 10_000; i++) {
                refusals.add(Refusal.WRONG_SIGNATURE);
            }
            assertThat(log.lines()).hasSize(1);
            clock.now = clock.now.plus(Duration.ofMinutes(1));
            refusals.add(Refusal.NOT_A_FORM);
            refusals.add(Refusal.NOT_A_FORM);
            assertThat(log.lines())
                    .hasSize(2)
                    .last()
                    .isEqualTo("WARN Notices refused since the start: {not_a_form=1, wrong_signature=10000}");
        }
    }
}
