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
    private final String way;
    private final Waiting waiting;

    /**
     * Looks into a table.
     *
     * @param way the columns that tell its lanes apart, {@code merchant} first
     */
    DueMerchants(JdbcClient jdbc, String table, String way, Waiting waiting) {
        this.jdbc = jdbc;
        this.table = table;
        this.way = way;
        this.waiting = waiting;
    }

    /** One column {@code lane.merchant}: every merchant with waiting rows, and an empty one that means nothing. */
    String lanes() {
        return "WITH RECURSIVE lane (merchant) AS (SELECT CAST('' AS VARCHAR(64)) UNION ALL SELECT (SELECT merchant"
                + " FROM " + table + " WHERE " + waiting.condition()
                + " AND due_at IS NOT NULL AND merchant > lane.merchant"
                + " ORDER BY " + waiting.first() + "merchant LIMIT 1) FROM lane WHERE lane.merchant IS NOT NULL)";
    }

    /** The due time of a lane's oldest waiting row. */
    String oldest(String mine) {
        return "(SELECT due_at FROM " + table + " WHERE " + waiting.condition() + " AND due_at IS NOT NULL AND " + mine
                + order() + " LIMIT 1)";
    }

    /**
     * Whether a further hand may join in: what is claimed is what was due first, so that only the first rows count.
     *
     * @param mine which rows are the lane's, with its values as {@code lane}
     * @param inFlight claimed rows at which no further hand joins in
     */
    boolean hasFree(OffsetDateTime now, int inFlight, String mine, Object... lane) {
        List<Boolean> free = jdbc.sql("SELECT lease_until FROM " + table + " WHERE " + waiting.condition() + " AND "
                        + mine + " AND due_at <= ?" + order() + " LIMIT ?")
                .params(lane)
                .params(now, inFlight)
                .query((row, n) -> isFree(row, now))
                .list();
        return free.contains(true);
    }

    /** That of the index; within one lane it is that of the due times. */
    private String order() {
        return " ORDER BY " + waiting.first() + way + ", due_at";
    }

    private static boolean isFree(ResultSet row, OffsetDateTime now) throws SQLException {
        OffsetDateTime leased = row.getObject(1, OffsetDateTime.class);
        return leased == null || !leased.isAfter(now);
    }
}
