package org.paysign.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What this instance has claimed in a table and not finished yet: told apart when it comes too late, given back when the
 * instance stops. What counts stands in the rows, so that nothing is lost with it. Safe for use by several threads.
 *
 * @param <K> the key of a row
 */
final class Claims<K> {

    private static final Logger LOG = LoggerFactory.getLogger(Claims.class);

    private final Map<K, Claim> held = new ConcurrentHashMap<>();
    private final LongAdder refused = new LongAdder();
    private final String table;

    /** Of a table with the columns {@code id}, {@code fence} and {@code lease_until}. */
    Claims(String table) {
        this.table = table;
    }

    private record Claim(long fence, Instant until) {}

    /** Claims that were never finished are forgotten when their time is over. */
    void taken(K row, long fence, OffsetDateTime now, OffsetDateTime until) {
        held.values().removeIf(claim -> !claim.until().isAfter(now.toInstant()));
        held.put(row, new Claim(fence, until.toInstant()));
    }

    /** The work is stored. */
    void finished(K row, long fence) {
        held.computeIfPresent(row, (same, claim) -> claim.fence() == fence ? null : claim);
    }

    /**
     * The row had gone on without the claim, so nothing was stored. That is counted if the claim's time was over: otherwise
     * something was learnt meanwhile, and the answer to an old question is dropped as it should be.
     */
    void refused(K row, long fence, OffsetDateTime now) {
        Claim claim = held.get(row);
        boolean late = claim == null || claim.fence() != fence || !claim.until().isAfter(now.toInstant());
        finished(row, fence);
        if (late) {
            refused.increment();
            LOG.warn(
                    "Refused by its fence: {} {} came after the end of its claim ({} so far)",
                    table,
                    row,
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
                    .mapToInt(claim -> jdbc.sql("UPDATE " + table
                                    + " SET lease_until = NULL, fence = fence + 1 WHERE id = ? AND fence = ?")
                            .params(claim.getKey(), claim.getValue().fence())
                            .update())
                    .sum();
            if (count > 0) {
                LOG.info("Gave back {} claims of table {} whose work was not finished", count, table);
            }
        } catch (DataAccessException gone) {
            LOG.warn("No database to give {} claims back to: their leases end by themselves", held.size());
        }
    }
}
