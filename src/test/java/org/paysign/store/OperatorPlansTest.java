package org.paysign.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;

/** The contract on a full PostgreSQL: a console that asks every second reads no table from end to end. */
@NullUnmarked
class OperatorPlansTest extends OperatorContractTest {

    private FullStore full;
    private PlanWatch watch;

    @Override
    Database open() {
        full = new FullStore(FullStore.ROWS);
        watch = new PlanWatch(full.url());
        Database watched = full.watchedBy(watch);
        long begun = System.nanoTime();
        new JdbcTally(full.database()).count();
        long warm = System.nanoTime();
        new JdbcTally(full.database()).count();
        System.out.printf(
                "%,d agreements counted in %d ms, again in %d ms%n",
                FullStore.ROWS, (warm - begun) / 1_000_000, (System.nanoTime() - warm) / 1_000_000);
        return watched;
    }

    @AfterAll
    void usesAnIndexForEveryStatement() {
        full.close();
        watch.print();
        assertThat(watch.plans()).hasSizeGreaterThan(5);
        // Who has everything that is signed asked about reads it all, once.
        assertThat(watch.fullScans().keySet())
                .allMatch(sql -> sql.startsWith("SELECT id FROM agreement WHERE state = 'SIGNED'"));
    }
}
