package org.paysign.store;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.paysign.agreement.Signal;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Issued agreements from which nothing was heard for too long; to be used inside a transaction. */
final class SilentAgreements {

    private final JdbcClient jdbc;
    private final Recording recording;
    private final NewerRows newer;

    SilentAgreements(JdbcClient jdbc, Recording recording, NewerRows newer) {
        this.jdbc = jdbc;
        this.recording = recording;
        this.newer = newer;
    }

    /** Makes them unknown; returns how many were looked at. */
    int wake(int limit) {
        OffsetDateTime now = Rows.now(jdbc);
        List<Agreement> silent = jdbc.sql("SELECT " + Rows.AGREEMENT + " FROM agreement WHERE state = 'ISSUED'"
                        + " AND due_at <= ? AND (lease_until IS NULL OR lease_until <= ?)"
                        + " ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED")
                .params(now, now, limit)
                .query(Rows::agreement)
                .list();
        silent.forEach(agreement -> wake(agreement, now));
        return silent.size();
    }

    private void wake(Agreement agreement, OffsetDateTime now) {
        try {
            recording.learn(agreement, Set.of(new Signal.Silent(agreement.round())), Duration.ZERO, now);
        } catch (NewerRow unreadable) {
            newer.leaveAlone(agreement.id(), now);
        }
    }
}
