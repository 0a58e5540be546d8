package org.paysign.store;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.paysign.agreement.State;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link Tally} by indexes alone: no row is read to be counted. */
public final class JdbcTally implements Tally {

    /** Longer than a count of millions takes. */
    private static final int PATIENCE_SECONDS = 10;

    private final JdbcClient jdbc;

    public JdbcTally(Database database) {
        jdbc = database.impatient(PATIENCE_SECONDS);
    }

    @Override
    public Counts count() {
        Map<String, Map<State, Long>> agreements = new TreeMap<>();
        jdbc.sql("SELECT state, merchant, COUNT(*) FROM agreement GROUP BY state, merchant")
                .query(row -> {
                    // A state that a newer version has written is not this one's to name.
                    Optional<State> state = state(row.getString(1));
                    Map<State, Long> states =
                            agreements.computeIfAbsent(row.getString(2), merchant -> new EnumMap<>(State.class));
                    long count = row.getLong(3);
                    state.ifPresent(known -> states.put(known, count));
                });
        Map<String, Long> outcomes = new TreeMap<>();
        jdbc.sql("SELECT status, COUNT(*) FROM outcome GROUP BY status").query(row -> {
            outcomes.put(row.getString(1), row.getLong(2));
        });
        OffsetDateTime now = Rows.now(jdbc);
        return new Counts(
                agreements,
                outcomes,
                age(
                        now,
                        "SELECT unknown_since FROM agreement WHERE state = 'UNKNOWN' AND unknown_since IS NOT NULL"
                                + " ORDER BY unknown_since LIMIT 1"),
                age(now, "SELECT created_at FROM outcome WHERE status = 'PENDING' ORDER BY created_at LIMIT 1"));
    }

    private static Optional<State> state(String name) {
        return Stream.of(State.values())
                .filter(state -> state.name().equals(name))
                .findFirst();
    }

    private Duration age(OffsetDateTime now, String oldest) {
        return jdbc.sql(oldest)
                .query((row, n) -> Duration.between(row.getObject(1, OffsetDateTime.class), now))
                .optional()
                .orElse(Duration.ZERO);
    }
}
