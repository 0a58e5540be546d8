package org.paysign.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AttentionTest {

    @Test
    void followsSoManyThingsASecondAndNoMore() {
        AtomicLong nanos = new AtomicLong(-5);
        Attention attention = new Attention(2, nanos::get);

        assertThat(attention.takes()).isTrue();
        assertThat(attention.takes()).isTrue();
        assertThat(attention.takes()).isFalse();

        nanos.addAndGet(1_000_000_000L);
        assertThat(attention.takes()).isTrue();
        assertThat(attention.takes()).isTrue();
        assertThat(attention.takes()).isFalse();
    }
}
