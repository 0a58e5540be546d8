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

    /** Finds questions in the transaction that counts them: at most so many, at the database's time. */
    @FunctionalInterface
    interface Finding<T> {
        List<T> find(int most, OffsetDateTime now);
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
     * Takes as many questions as may be asked at this moment, in a transaction; nobody else gets any until it ends.
     *
     * @param most how many are wanted at most
     * @param questions finds what then counts as asked
     */
    <T> List<T> take(String merchant, int most, Finding<T> questions) {
        open(merchant);
        return transactions.execute(status -> {
            OffsetDateTime now = Rows.now(jdbc);
            return lock(merchant)
                    .map(row -> take(merchant, most, questions, later(row.next(), now.toInstant()), now))
                    .orElseGet(() -> forget(merchant));
        });
    }

    private <T> List<T> take(String merchant, int most, Finding<T> questions, Instant next, OffsetDateTime now) {
        Duration room = Duration.between(next, now.toInstant().plus(rate.ahead()));
        int free = room.isNegative() ? 0 : (int) Math.min(room.dividedBy(rate.spacing()), most);
        List<T> taken = free == 0 ? List.of() : questions.find(free, now);
        if (taken.size() == free && free < most) {
            heldBack.increment();
        }
        if (!taken.isEmpty()) {
            jdbc.sql("UPDATE call_quota SET next_at = ? WHERE merchant = ?")
                    .params(utc(next.plus(rate.spacing().multipliedBy(taken.size()))), merchant)
                    .update();
        }
        return taken;
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
        Row row = lock(merchant).orElse(new Row(now, null, 0));
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

    /** How often somebody wanted to ask more than was free. */
    long heldBack() {
        return heldBack.sum();
    }

    private Optional<Row> lock(String merchant) {
        return jdbc.sql("SELECT next_at, slowed_until, slowed_times FROM call_quota WHERE merchant = ? FOR UPDATE")
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
