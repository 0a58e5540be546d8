package org.paysign.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;

/** The contract on a full PostgreSQL: no statement reads a table from end to end. */
@NullUnmarked
class ClaimPlansTest extends ClaimContractTest {

    private FullStore full;
    private PlanWatch watch;

    @Override
    Database open() {
        full = new FullStore(FullStore.ROWS);
        watch = new PlanWatch(full.url());
        return full.watchedBy(watch);
    }

    @AfterAll
    void usesAnIndexForEveryStatement() {
        full.close();
        watch.print();
        assertThat(watch.plans()).hasSizeGreaterThan(5);
        assertThat(watch.fullScans()).isEmpty();
    }
}
