package org.paysign.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NeedsTest {

    @Test
    void collectsQueuesAndOutcomesThatAreQueues() {
        Needs needs = Needs.of(
                "in.a, in.b",
                "out",
                "jms:queue:told http://x/y jms:other?timeToLive=1 jms:topic:news jms:queue:again?a=b  ");

        assertThat(needs.read()).containsExactlyInAnyOrder("in.a", "in.b");
        assertThat(needs.written()).containsExactlyInAnyOrder("out", "told", "other", "again");
        assertThat(needs.all()).containsExactly("again", "in.a", "in.b", "other", "out", "told");
    }
}
