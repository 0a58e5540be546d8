package org.paysign.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.paysign.agreement.AgreementKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link Journal} in tables: the signals by their numbers. */
public final class JdbcJournal implements Journal {

    /** Somebody waits at a console. */
    private static final int PATIENCE_SECONDS = 5;

    private final JdbcClient jdbc;

    public JdbcJournal(Database database) {
        jdbc = database.impatient(PATIENCE_SECONDS);
    }

    @Override
    public long last() {
        return jdbc.sql("SELECT COALESCE(MAX(id), 0) FROM agreement_signal")
                .query(Long.class)
                .single();
    }

    @Override
    public List<JournalEntry> after(long number, int most) {
        return jdbc.sql("SELECT s.id, s.received_at, s.content, a.merchant, a.external_agreement_no, a.state,"
                        + " a.request_id, a.outcome_version FROM agreement_signal s"
                        + " JOIN agreement a ON a.id = s.agreement_id WHERE s.id > ? ORDER BY s.id LIMIT ?")
                .params(number, most)
                .query(JdbcJournal::entry)
                .list();
    }

    private static JournalEntry entry(ResultSet row, int n) throws SQLException {
        return new JournalEntry(
                row.getLong("id"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                new AgreementKey(row.getString("merchant"), row.getString("external_agreement_no")),
                row.getString("request_id"),
                Signals.word(row.getString("content")),
                row.getString("state"),
                row.getInt("outcome_version"));
    }
}
