package org.paysign.store;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Agreements that a newer version has written to: this one guesses nothing, and they hold up no other. */
final class NewerRows {

    private static final Logger LOG = LoggerFactory.getLogger(NewerRows.class);
    /** How long one is left to those who can read it. */
    private static final Duration LEFT_ALONE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;

    NewerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts the row off; its fence stays, because nothing was claimed. */
    void leaveAlone(long id, OffsetDateTime now) {
        LOG.error("Agreement {} was written by a newer PaySign: this one leaves it alone, so run that version", id);
        jdbc.sql("UPDATE agreement SET lease_until = ? WHERE id = ?")
                .params(now.plus(LEFT_ALONE), id)
                .update();
    }
}
