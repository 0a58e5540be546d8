package org.paysign.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paysign.outcome.OutcomeTargets;
import org.paysign.support.MerchantFolder;

class NeedsTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void collectsQueuesAndOutcomesThatAreQueues() {
        OutcomeTargets bundle =
                OutcomeTargets.of("jms:queue:told", "http://x/y", "jms:other?timeToLive=1", "jms:topic:news");
        MerchantFolder merchants = MerchantFolder.valid(folder).with("outcome.success", "jms:queue:own?a=b");

        Needs needs = Needs.of("in.a, in.b", "out", bundle, merchants.load());

        assertThat(needs.read()).containsExactlyInAnyOrder("in.a", "in.b");
        assertThat(needs.written()).containsExactlyInAnyOrder("out", "told", "other", "own");
        assertThat(needs.all()).containsExactly("in.a", "in.b", "other", "out", "own", "told");
    }
}
