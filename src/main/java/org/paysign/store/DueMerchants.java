package org.paysign.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who has something due and a hand free for it. It steps from merchant to merchant through an index and looks at the
 * oldest due rows of each, so that neither what is stored nor what is due makes it slower: a merchant may have a million
 * due.
 */
final class DueMerchants {

    private final JdbcClient jdbc;
    private final String table;
    private final String waits;

    /**
     * Looks into a table.
     *
     * @param waits which of its rows wait for anything; as in the condition of the index, word for word
     */
    DueMerchants(JdbcClient jdbc, String table, String waits) {
        this.jdbc = jdbc;
        this.table = table;
        this.waits = waits;
    }

    /** One column {@code lane.merchant}: every merchant with waiting rows, and an empty one that means nothing. */
    String lanes() {
        return "WITH RECURSIVE lane (merchant) AS (SELECT CAST('' AS VARCHAR(64)) UNION ALL SELECT (SELECT merchant"
                + " FROM " + table + " WHERE " + waits + " AND due_at IS NOT NULL AND merchant > lane.merchant"
                + " ORDER BY merchant LIMIT 1) FROM lane WHERE lane.merchant IS NOT NULL)";
    }

    /** The due time of a lane's oldest waiting row. */
    String oldest(String mine) {
        return "(SELECT due_at FROM " + table + " WHERE " + waits + " AND due_at IS NOT NULL AND " + mine
                + " ORDER BY due_at LIMIT 1)";
    }

    /**
     * Whether a further hand may join in: what is claimed is what was due first, so that only the first rows count.
     *
     * @param mine which rows are the lane's, with its values as {@code lane}
     * @param inFlight claimed rows at which no further hand joins in
     */
    boolean hasFree(OffsetDateTime now, int inFlight, String mine, Object... lane) {
        List<Boolean> free = jdbc.sql("SELECT lease_until FROM " + table + " WHERE " + waits + " AND " + mine
                        + " AND due_at <= ? ORDER BY due_at LIMIT ?")
                .params(lane)
                .params(now, inFlight)
                .query((row, n) -> isFree(row, now))
                .list();
        return free.contains(true);
    }

    private static boolean isFree(ResultSet row, OffsetDateTime now) throws SQLException {
        OffsetDateTime leased = row.getObject(1, OffsetDateTime.class);
        return leased == null || !leased.isAfter(now);
    }
}
