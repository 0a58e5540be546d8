package org.paysign.store;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link Notices} in a table. */
public final class JdbcNotices implements Notices {

    private final JdbcClient jdbc;

    public JdbcNotices(Database database) {
        jdbc = database.jdbc();
    }

    @Override
    public void keep(String merchant, String notifyId, String type) {
        try {
            jdbc.sql("INSERT INTO notice (merchant, notify_id, type, received_at) VALUES (?, ?, ?, CURRENT_TIMESTAMP)")
                    .params(merchant, cut(notifyId, 128), cut(type, 64))
                    .update();
        } catch (DuplicateKeyException repeat) {
            // The first one is kept.
        }
    }

    private static String cut(String text, int length) {
        return text.substring(0, Math.min(text.length(), length));
    }
}
