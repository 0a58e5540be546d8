package org.paysign.store;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What this instance has claimed and not finished yet: told apart when it comes too late, given back when the instance
 * stops. What counts stands in the rows, so that nothing is lost with it. Safe for use by several threads.
 */
final class Claims {

    private static final Logger LOG = LoggerFactory.getLogger(Claims.class);

    private final Map<Row, Claim> held = new ConcurrentHashMap<>();
    private final LongAdder refused = new LongAdder();

    /** A row with a fence. */
    record Row(String table, Object id) {}

    private record Claim(long fence, OffsetDateTime until) {}

    /** Claims that were never finished are forgotten when their time is over. */
    void taken(Row row, long fence, OffsetDateTime now, OffsetDateTime until) {
        held.values().removeIf(claim -> !claim.until().isAfter(now));
        held.put(row, new Claim(fence, until));
    }

    /** The work is stored. */
    void finished(Row row, long fence) {
        held.computeIfPresent(row, (same, claim) -> claim.fence() == fence ? null : claim);
    }

    /**
     * The row had gone on without the claim, so nothing was stored. That is counted if the claim's time was over: otherwise
     * something was learnt meanwhile, and the answer to an old question is dropped as it should be.
     */
    void refused(Row row, long fence, OffsetDateTime now) {
        Claim claim = held.get(row);
        boolean late = claim == null || claim.fence() != fence || !claim.until().isAfter(now);
        finished(row, fence);
        if (late) {
            refused.increment();
            LOG.warn(
                    "Refused by its fence: {} {} came after the end of its claim ({} so far)",
                    row.table(),
                    row.id(),
                    refused.sum());
        }
    }

    /** How often something came after the end of its claim. */
    long refusals() {
        return refused.sum();
    }

    /** So that nobody waits for the leases of an instance that has stopped; whoever still works on one is refused. */
    void giveBack(JdbcClient jdbc) {
        try {
            int count = held.entrySet().stream()
                    .mapToInt(claim -> jdbc.sql("UPDATE " + claim.getKey().table()
                                    + " SET lease_until = NULL, fence = fence + 1 WHERE id = ? AND fence = ?")
                            .params(claim.getKey().id(), claim.getValue().fence())
                            .update())
                    .sum();
            if (count > 0) {
                LOG.info("Gave back {} claims whose work was not finished", count);
            }
        } catch (DataAccessException gone) {
            LOG.warn("No database to give {} claims back to: their leases end by themselves", held.size());
        }
    }
}
