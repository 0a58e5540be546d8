package org.paysign.store;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.paysign.agreement.OutcomeType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** {@link Outcomes} in tables: {@code FOR UPDATE SKIP LOCKED}, lease and fence. */
public final class JdbcOutcomes implements Outcomes {

    private static final String TARGETS = Stream.of(OutcomeType.values())
            .map(type -> "('" + type.target() + "')")
            .collect(Collectors.joining(", "));

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Claims<String> claims;
    private final Waiting waiting;

    public JdbcOutcomes(Database database) {
        claims = database.outcomeClaims();
        waiting = database.waitingOutcomes();
        jdbc = database.jdbc();
        transactions = database.transactions();
    }

    @Override
    public List<Lane> lanes(int inFlight) {
        OffsetDateTime now = Rows.now(jdbc);
        DueMerchants due = new DueMerchants(jdbc, "outcome", "merchant, target", waiting);
        return jdbc
                .sql(due.lanes() + " SELECT lane.merchant, way.target FROM lane CROSS JOIN (VALUES " + TARGETS
                        + ") AS way (target) WHERE "
                        + due.oldest("outcome.merchant = lane.merchant AND outcome.target = way.target") + " <= ?")
                .param(now)
                .query((row, n) -> new Lane(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .filter(lane ->
                        due.hasFree(now, inFlight, "merchant = ? AND target = ?", lane.merchant(), lane.target()))
                .toList();
    }

    @Override
    public List<Delivery> claim(Lane lane, int limit, Duration lease) {
        return transactions.execute(status -> {
            OffsetDateTime now = Rows.now(jdbc);
            List<Delivery> due = jdbc.sql("SELECT id, merchant, target, body, fence, tries, created_at,"
                            + " traceparent, tracestate FROM outcome"
                            + " WHERE merchant = ? AND target = ? AND " + waiting.condition() + " AND due_at <= ?"
                            + " AND (lease_until IS NULL OR lease_until <= ?)"
                            + " ORDER BY " + waiting.first()
                            + "merchant, target, due_at LIMIT ? FOR UPDATE SKIP LOCKED")
                    .params(lane.merchant(), lane.target(), now, now, limit)
                    .query((row, n) -> claimed(row, now))
                    .list();
            due.forEach(delivery -> {
                jdbc.sql("UPDATE outcome SET lease_until = ?, fence = ?, tries = ? WHERE id = ?")
                        .params(now.plus(lease), delivery.fence(), delivery.tries(), delivery.id())
                        .update();
                claims.taken(delivery.id(), delivery.fence(), now, now.plus(lease));
            });
            return due;
        });
    }

    /** As the row will be once the claim is written. */
    private static Delivery claimed(ResultSet row, OffsetDateTime now) throws SQLException {
        return new Delivery(
                row.getString("id"),
                row.getString("merchant"),
                row.getString("target"),
                new String(row.getBytes("body"), StandardCharsets.UTF_8),
                row.getLong("fence") + 1,
                row.getInt("tries") + 1,
                Duration.between(row.getObject("created_at", OffsetDateTime.class), now),
                Rows.trace(row));
    }

    @Override
    public boolean delivered(Delivery delivery) {
        return finish(delivery, "DELIVERED", "");
    }

    @Override
    public boolean park(Delivery delivery, String note) {
        return finish(delivery, "PARKED", note);
    }

    private boolean finish(Delivery delivery, String status, String note) {
        return held(
                delivery,
                jdbc.sql(
                                "UPDATE outcome SET status = ?, finished_at = CURRENT_TIMESTAMP, due_at = NULL,"
                                        + " lease_until = NULL, last_error = ? WHERE id = ? AND fence = ? AND status = 'PENDING'")
                        .params(status, note, delivery.id(), delivery.fence())
                        .update());
    }

    @Override
    public boolean postpone(Delivery delivery, Duration gap, String note) {
        Integer rows = transactions.execute(status -> jdbc.sql("UPDATE outcome SET due_at = ?,"
                        + " lease_until = NULL, last_error = ? WHERE id = ? AND fence = ? AND status = 'PENDING'")
                .params(Rows.now(jdbc).plus(gap), note, delivery.id(), delivery.fence())
                .update());
        return held(delivery, rows);
    }

    private boolean held(Delivery delivery, int rows) {
        if (rows == 1) {
            claims.finished(delivery.id(), delivery.fence());
        } else {
            claims.refused(delivery.id(), delivery.fence(), Rows.now(jdbc));
        }
        return rows == 1;
    }
}
