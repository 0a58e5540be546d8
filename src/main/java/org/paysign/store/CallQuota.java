package org.paysign.store;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many questions may be asked for a merchant: counted in one row, on the database's clock, so that all instances have
 * one quota together. It is the generic cell rate algorithm (ATM Forum, Traffic Management 4.0, 4.4.2): the row holds when
 * the last question would have its turn if all were evenly spaced. Safe for use by several threads.
 */
final class CallQuota {

    private final JdbcClient jdbc;
    private final CallRate rate;
    private final Set<String> opened = ConcurrentHashMap.newKeySet();
    private final LongAdder heldBack = new LongAdder();

    CallQuota(JdbcClient jdbc, CallRate rate) {
        this.jdbc = jdbc;
        this.rate = rate;
    }

    private record Row(OffsetDateTime next, @Nullable OffsetDateTime slowedUntil, int slowedTimes) {}

    /** Gives the merchant a row, if it has none; outside of any transaction, because somebody else may be faster. */
    void open(String merchant) {
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
     * @param questions finds so many, or fewer, which then count as asked
     */
    <T> List<T> take(String merchant, int most, OffsetDateTime now, IntFunction<List<T>> questions) {
        Optional<Row> row = lock(merchant);
        if (row.isEmpty()) {
            opened.remove(merchant);
            return List.of();
        }
        OffsetDateTime next = later(row.get().next(), now);
        Duration room = Duration.between(next, now.plus(rate.ahead()));
        int free = room.isNegative() ? 0 : (int) Math.min(room.dividedBy(rate.spacing()), most);
        List<T> taken = free == 0 ? List.of() : questions.apply(free);
        if (taken.size() == free && free < most) {
            heldBack.increment();
        }
        if (!taken.isEmpty()) {
            jdbc.sql("UPDATE call_quota SET next_at = ? WHERE merchant = ?")
                    .params(next.plus(rate.spacing().multipliedBy(taken.size())), merchant)
                    .update();
        }
        return taken;
    }

    /**
     * Alipay has said that there are too many calls: nobody asks until the pause is over, and then in even spacing. What it
     * says during a pause is about questions that were on their way; what it says soon after one doubles the next.
     *
     * @return how long the pause still is
     */
    Duration slow(String merchant, OffsetDateTime now) {
        Row row = lock(merchant).orElse(new Row(now, null, 0));
        OffsetDateTime until = row.slowedUntil();
        if (until != null && until.isAfter(now)) {
            return Duration.between(now, until);
        }
        boolean again = until != null && now.isBefore(until.plus(rate.pauseAfter(row.slowedTimes())));
        int times = again ? row.slowedTimes() + 1 : 1;
        Duration pause = rate.pauseAfter(times);
        OffsetDateTime end = now.plus(pause);
        jdbc.sql("UPDATE call_quota SET next_at = ?, slowed_until = ?, slowed_times = ? WHERE merchant = ?")
                .params(end.plus(rate.ahead()).minus(rate.spacing()), end, times, merchant)
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
                .query((row, n) -> new Row(
                        row.getObject(1, OffsetDateTime.class), row.getObject(2, OffsetDateTime.class), row.getInt(3)))
                .optional();
    }

    private static OffsetDateTime later(OffsetDateTime one, OffsetDateTime other) {
        return one.isAfter(other) ? one : other;
    }
}
