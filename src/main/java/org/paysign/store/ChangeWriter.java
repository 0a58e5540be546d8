package org.paysign.store;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.paysign.agreement.OutcomeType;
import org.paysign.log.Event;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes changes, many in one go: signals, rows and outcomes, inside the caller's transaction, which holds the rows. */
final class ChangeWriter {

    // The fence moves: an answer to a question asked before this change is no answer any more.
    private static final String UPDATE = "UPDATE agreement SET state = ?, due_at = CASE WHEN ? THEN due_at ELSE ? END,"
            + " agreement_no = ?, invalid_at = ?, lease_until = NULL, fence = fence + 1, attempts = attempts * ?,"
            + " outcome_version = ?, changed_at = ?, unknown_since = CASE WHEN ? <> 'UNKNOWN' THEN NULL"
            + " WHEN state = 'UNKNOWN' AND unknown_since IS NOT NULL THEN unknown_since ELSE ? END WHERE id = ?";

    private static final String OUTCOME =
            "INSERT INTO outcome (id, agreement_id, version, merchant, target, body, status,"
                    + " tries, created_at, due_at, fence, last_error, traceparent, tracestate)"
                    + " VALUES (?, ?, ?, ?, ?, ?, 'PENDING', 0, ?, ?, 0, '', ?, ?)";

    private final JdbcTemplate jdbc;
    private final Signals signals;
    private final OutcomeComposer composer;

    ChangeWriter(Database database, Signals signals, OutcomeComposer composer) {
        this.jdbc = database.template();
        this.signals = signals;
        this.composer = composer;
    }

    /** Writes them; returns for each, in their order, what the log is to hear when it is committed. */
    List<List<Event>> write(List<Change> changes, OffsetDateTime now) {
        List<List<Event>> events = new ArrayList<>();
        List<Object[]> outcomes = new ArrayList<>();
        for (Change change : changes) {
            if (change.told()) {
                String id = UUID.randomUUID().toString();
                outcomes.add(outcome(id, change, now));
                events.add(List.of(change.event(), made(id, change)));
            } else {
                events.add(List.of(change.event()));
            }
        }
        signals.add(changes, now);
        if (!changes.isEmpty()) {
            jdbc.batchUpdate(
                    UPDATE, changes.stream().map(change -> row(change, now)).toList());
        }
        if (!outcomes.isEmpty()) {
            jdbc.batchUpdate(OUTCOME, outcomes);
        }
        return events;
    }

    private static Object[] row(Change change, OffsetDateTime now) {
        String state = change.verdict().state().name();
        return new Object[] {
            state,
            change.keepsDue(),
            change.due(),
            change.verdict().agreementNo(),
            change.invalidAt(),
            change.keepsAttempts() ? 1 : 0,
            change.version(),
            now,
            state,
            now,
            change.agreement().id()
        };
    }

    private Object[] outcome(String id, Change change, OffsetDateTime now) {
        Agreement agreement = change.agreement();
        String body = composer.compose(id, change.version(), agreement, change.verdict(), now.toInstant());
        return new Object[] {
            id,
            agreement.id(),
            change.version(),
            agreement.key().merchant(),
            OutcomeType.of(change.verdict().state()).target(),
            body.getBytes(StandardCharsets.UTF_8),
            now,
            now,
            agreement.trace().traceparent(),
            agreement.trace().tracestate()
        };
    }

    private static Event made(String id, Change change) {
        return change.agreement()
                .event("outcome.made")
                .with("outcome", id)
                .with("version", change.version())
                .with("target", OutcomeType.of(change.verdict().state()).target())
                .with("state", change.verdict().state());
    }
}
