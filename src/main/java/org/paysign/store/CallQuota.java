package org.paysign.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How many questions may be asked for a merchant: counted in one row, on the database's clock, so that all instances have
 * one quota together. It is the generic cell rate algorithm (ATM Forum, Traffic Management 4.0, 4.4.2): the row holds when
 * the last question would have its turn if all were evenly spaced. Safe for use by several threads.
 */
final class CallQuota {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final CallRate rate;
    private final Set<String> opened = ConcurrentHashMap.newKeySet();
    private final LongAdder heldBack = new LongAdder();

    CallQuota(JdbcClient jdbc, TransactionTemplate transactions, CallRate rate) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.rate = rate;
    }

    private record Row(Instant next, @Nullable Instant slowedUntil, int slowedTimes) {}

    /** Looks for as many as may be asked, or fewer, and locks them. */
    @FunctionalInterface
    interface Search<F> {
        List<F> find(int most, OffsetDateTime now);
    }

    /** Makes a question of what was found, if it can be asked. */
    @FunctionalInterface
    interface Claimer<F, T> {
        Optional<T> claim(F found, OffsetDateTime now);
    }

    /** Gives the merchant a row, if it has none; outside of any transaction, because somebody else may be faster. */
    private void open(String merchant) {
        if (!opened.contains(merchant)) {
            boolean missing = jdbc.sql("SELECT merchant FROM call_quota WHERE merchant = ?")
                    .param(merchant)
                    .query(String.class)
                    .optional()
                    .isEmpty();
            if (missing) {
                insert(merchant);
            }
            opened.add(merchant);
        }
    }

    private void insert(String merchant) {
        try {
            jdbc.sql("INSERT INTO call_quota (merchant, next_at) VALUES (?, CURRENT_TIMESTAMP)")
                    .param(merchant)
                    .update();
        } catch (DuplicateKeyException anotherWasFaster) {
            opened.add(merchant);
        }
    }

    /**
     * Takes as many questions as may be asked at this moment, in one transaction. The row is locked last, so that nobody
     * waits for somebody else's search.
     *
     * @param most how many are wanted at most
     */
    <F, T> List<T> take(String merchant, int most, Search<F> search, Claimer<F, T> claimer) {
        open(merchant);
        return transactions.execute(status -> {
            OffsetDateTime now = Rows.now(jdbc);
            int hoped = row(merchant, "")
                    .map(row -> free(row, most, now.toInstant()))
                    .orElse(0);
            List<F> found = hoped == 0 ? List.of() : search.find(hoped, now);
            if (found.isEmpty()) {
                count(hoped == 0);
                return List.of();
            }
            return row(merchant, " FOR UPDATE")
                    .map(row -> take(
                            merchant, row, found.subList(0, free(row, found.size(), now.toInstant())), now, claimer))
                    .orElseGet(() -> forget(merchant));
        });
    }

    private <F, T> List<T> take(String merchant, Row row, List<F> found, OffsetDateTime now, Claimer<F, T> claimer) {
        count(found.isEmpty());
        List<T> taken = found.stream()
                .flatMap(question -> claimer.claim(question, now).stream())
                .toList();
        if (!taken.isEmpty()) {
            Instant next =
                    later(row.next(), now.toInstant()).plus(rate.spacing().multipliedBy(taken.size()));
            jdbc.sql("UPDATE call_quota SET next_at = ? WHERE merchant = ?")
                    .params(utc(next), merchant)
                    .update();
        }
        return taken;
    }

    private int free(Row row, int most, Instant now) {
        Duration room = Duration.between(later(row.next(), now), now.plus(rate.ahead()));
        return room.isNegative() ? 0 : (int) Math.min(room.dividedBy(rate.spacing()), most);
    }

    private void count(boolean isHeldBack) {
        if (isHeldBack) {
            heldBack.increment();
        }
    }

    /** Somebody has deleted the row: it is made again at the next look. */
    private <T> List<T> forget(String merchant) {
        opened.remove(merchant);
        return List.of();
    }

    /**
     * Alipay has said that there are too many calls: nobody asks until the pause is over, and then in even spacing. What it
     * says during a pause is about questions that were on their way; what it says soon after one doubles the next.
     *
     * @return how long the pause still is
     */
    Duration slow(String merchant) {
        open(merchant);
        return transactions.execute(status -> slow(merchant, Rows.now(jdbc).toInstant()));
    }

    private Duration slow(String merchant, Instant now) {
        Row row = row(merchant, " FOR UPDATE").orElse(new Row(now, null, 0));
        Instant until = row.slowedUntil();
        if (until != null && until.isAfter(now)) {
            return Duration.between(now, until);
        }
        boolean again = until != null && now.isBefore(until.plus(rate.pauseAfter(row.slowedTimes())));
        int times = again ? row.slowedTimes() + 1 : 1;
        Duration pause = rate.pauseAfter(times);
        Instant end = now.plus(pause);
        jdbc.sql("UPDATE call_quota SET next_at = ?, slowed_until = ?, slowed_times = ? WHERE merchant = ?")
                .params(utc(end.plus(rate.ahead()).minus(rate.spacing())), utc(end), times, merchant)
                .update();
        return pause;
    }

    /** How often somebody wanted to ask and nothing was free. */
    long heldBack() {
        return heldBack.sum();
    }

    private Optional<Row> row(String merchant, String lock) {
        return jdbc.sql("SELECT next_at, slowed_until, slowed_times FROM call_quota WHERE merchant = ?" + lock)
                .param(merchant)
                .query((row, n) -> row(row))
                .optional();
    }

    private static Row row(ResultSet row) throws SQLException {
        OffsetDateTime slowed = row.getObject(2, OffsetDateTime.class);
        return new Row(
                row.getObject(1, OffsetDateTime.class).toInstant(),
                slowed == null ? null : slowed.toInstant(),
                row.getInt(3));
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
