package org.paysign.store;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.paysign.agreement.AgreementKey;
import org.paysign.agreement.Signal;
import org.paysign.agreement.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** {@link Questions} in tables: {@code FOR UPDATE SKIP LOCKED}, lease and fence. */
public final class JdbcQuestions implements Questions {

    private final Database database;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Claims<Long> claims;
    private final Recording recording;
    private final NewerRows newer;
    private final SilentAgreements silent;
    private final FencedAgreements fenced;
    private final CallQuota quota;

    /**
     * Asks in these tables.
     *
     * @param pace when Alipay is asked about an agreement that is signed
     * @param rate how often Alipay is asked for one merchant
     */
    public JdbcQuestions(Database database, OutcomeComposer composer, Pace pace, CallRate rate) {
        this.database = database;
        jdbc = database.jdbc();
        transactions = database.transactions();
        claims = database.agreementClaims();
        recording = new Recording(database, composer, pace);
        newer = new NewerRows(jdbc);
        silent = new SilentAgreements(jdbc, recording, newer);
        fenced = new FencedAgreements(jdbc, transactions, claims);
        quota = new CallQuota(jdbc, transactions, rate);
    }

    @Override
    public int wakeSilent(int limit) {
        Integer looked = transactions.execute(status -> silent.wake(limit));
        return looked;
    }

    @Override
    public List<String> merchants(Subject subject, int inFlight) {
        OffsetDateTime now = Rows.now(jdbc);
        DueMerchants due = new DueMerchants(jdbc, "agreement", "merchant", database.waiting(subject));
        return jdbc
                .sql(due.lanes() + " SELECT merchant FROM lane WHERE "
                        + due.oldest("agreement.merchant = lane.merchant") + " <= ?")
                .param(now)
                .query(String.class)
                .list()
                .stream()
                .filter(merchant -> due.hasFree(now, inFlight, "merchant = ?", merchant))
                .toList();
    }

    @Override
    public List<Due> claim(Subject subject, String merchant, Claiming claiming) {
        return quota.take(
                merchant,
                claiming.batch(),
                (most, now) -> free(subject, merchant, most, now),
                (found, now) -> claim(found, now, claiming.lease()));
    }

    private List<Rows.Found> free(Subject subject, String merchant, int limit, OffsetDateTime now) {
        Waiting waiting = database.waiting(subject);
        return jdbc.sql("SELECT " + Rows.AGREEMENT + " FROM agreement WHERE merchant = ? AND due_at <= ? AND "
                        + waiting.condition() + " AND (lease_until IS NULL OR lease_until <= ?) ORDER BY "
                        + waiting.first() + "merchant, due_at LIMIT ? FOR UPDATE SKIP LOCKED")
                .params(merchant, now, now, limit)
                .query(Rows::found)
                .list();
    }

    private Optional<Due> claim(Rows.Found found, OffsetDateTime now, Duration lease) {
        try {
            return Optional.of(claim(found.readable(), now, lease));
        } catch (NewerRow unreadable) {
            newer.leaveAlone(found.id(), now);
            return Optional.empty();
        }
    }

    @Override
    public Optional<Due> claimNow(AgreementKey key, Duration lease) {
        return transactions.execute(status -> {
            OffsetDateTime now = Rows.now(jdbc);
            Optional<Agreement> free = free(key, now);
            free.filter(agreement -> agreement.state() == State.ISSUED)
                    .ifPresent(agreement -> recording.learn(
                            agreement, Set.of(new Signal.Silent(agreement.round())), Duration.ZERO, now));
            return free.flatMap(agreement -> free(key, now)).map(agreement -> claim(agreement, now, lease));
        });
    }

    private Optional<Agreement> free(AgreementKey key, OffsetDateTime now) {
        return jdbc.sql("SELECT " + Rows.AGREEMENT + " FROM agreement WHERE merchant = ? AND external_agreement_no = ?"
                        + " AND (lease_until IS NULL OR lease_until <= ?) FOR UPDATE SKIP LOCKED")
                .params(key.merchant(), key.externalAgreementNo(), now)
                .query(Rows::found)
                .optional()
                .map(Rows.Found::readable);
    }

    private Due claim(Agreement agreement, OffsetDateTime now, Duration lease) {
        Set<String> reported = recording.signalsOf(agreement).stream()
                .filter(signal -> signal.round() == agreement.round())
                .flatMap(JdbcQuestions::reported)
                .collect(Collectors.toSet());
        jdbc.sql("UPDATE agreement SET lease_until = ?, fence = fence + 1, attempts = attempts + 1 WHERE id = ?")
                .params(now.plus(lease), agreement.id())
                .update();
        Due due = jdbc.sql("SELECT fence, attempts, window_ends_at, invalid_at FROM agreement WHERE id = ?")
                .param(agreement.id())
                .query((row, n) -> new Due(
                        agreement,
                        row.getLong(1),
                        row.getInt(2),
                        reported,
                        isOver(row.getObject(3, OffsetDateTime.class), now),
                        isOver(row.getObject(4, OffsetDateTime.class), now)))
                .single();
        claims.taken(due.agreement().id(), due.fence(), now, now.plus(lease));
        return due;
    }

    private static boolean isOver(@Nullable OffsetDateTime end, OffsetDateTime now) {
        return end != null && !end.isAfter(now);
    }

    private static Stream<String> reported(Signal signal) {
        if (signal instanceof Signal.Claimed said) {
            return Stream.of(said.resultStatus());
        }
        return signal instanceof Signal.Signed proof ? Stream.of(proof.agreementNo()) : Stream.empty();
    }

    @Override
    public boolean answer(Due due, Set<Signal> signals, Duration gap) {
        return fenced.write(due, now -> {
            recording.learn(due.agreement(), signals, upToWindow(due, gap, now), now);
            fenced.note(
                    due,
                    signals.stream()
                            .map(signal -> signal.getClass().getSimpleName())
                            .sorted()
                            .collect(Collectors.joining(" ")));
        });
    }

    @Override
    public boolean stands(Due due) {
        return fenced.write(due, now -> {
            recording.reconcileLater(due.agreement(), now);
            fenced.note(due, "NORMAL");
        });
    }

    /** The end of the signing window is a moment of its own: the question is asked right after it. */
    private Duration upToWindow(Due due, Duration gap, OffsetDateTime now) {
        OffsetDateTime end = jdbc.sql("SELECT window_ends_at FROM agreement WHERE id = ?")
                .param(due.agreement().id())
                .query((row, n) -> row.getObject(1, OffsetDateTime.class))
                .single();
        return end.isAfter(now) && end.isBefore(now.plus(gap)) ? Duration.between(now, end) : gap;
    }

    @Override
    public boolean postpone(Due due, Duration gap, String note) {
        return fenced.write(due, now -> {
            jdbc.sql("UPDATE agreement SET due_at = ?, lease_until = NULL WHERE id = ?")
                    .params(now.plus(gap), due.agreement().id())
                    .update();
            fenced.note(due, note);
        });
    }

    @Override
    public Duration slowDown(String merchant) {
        return quota.slow(merchant);
    }

    @Override
    public long heldBack() {
        return quota.heldBack();
    }
}
