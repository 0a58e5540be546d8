package org.paysign.store;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Breaks the schema under a running bundle, as a mistaken hand would, and mends it again. */
public final class Sabotage {

    private final JdbcClient jdbc;

    public Sabotage(Database database) {
        jdbc = database.jdbc();
    }

    /** Takes a table away. */
    public void hide(String table) {
        jdbc.sql("ALTER TABLE " + table + " RENAME TO " + table + "_gone").update();
    }

    /** Puts it back. */
    public void restore(String table) {
        jdbc.sql("ALTER TABLE " + table + "_gone RENAME TO " + table).update();
    }

    /** Has a table refuse rows with this value, until {@link #allow}. */
    public void refuse(String table, String column, String value) {
        jdbc.sql("ALTER TABLE " + table + " ADD CONSTRAINT sabotage CHECK (" + column + " <> '" + value + "')")
                .update();
    }

    /** Has it take them again. */
    public void allow(String table) {
        jdbc.sql("ALTER TABLE " + table + " DROP CONSTRAINT sabotage").update();
    }
}
