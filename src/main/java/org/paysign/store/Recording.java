package org.paysign.store;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.paysign.agreement.Claim;
import org.paysign.agreement.Decision;
import org.paysign.agreement.Signal;
import org.paysign.agreement.State;
import org.paysign.agreement.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The one place where a state changes: signal, state and outcome together, inside the caller's transaction, which holds
 * the agreement's row.
 */
final class Recording {

    private final JdbcClient jdbc;
    private final Signals signals;
    private final ChangeWriter writer;
    private final Pace pace;

    Recording(Database database, OutcomeComposer composer, Pace pace) {
        this.jdbc = database.jdbc();
        this.signals = new Signals(database);
        this.writer = new ChangeWriter(database, signals, composer);
        this.pace = pace;
    }

    ChangeWriter writer() {
        return writer;
    }

    Signals signals() {
        return signals;
    }

    List<Signal> signalsOf(Agreement agreement) {
        return signals.of(agreement).signals();
    }

    /** Adds what came unasked, as {@link #heard} decides. */
    void hear(Agreement agreement, Signal signal, OffsetDateTime now) {
        heard(signals.of(agreement), signal, now).ifPresent(change -> write(change, now));
    }

    /**
     * Adds signals and lets the agreement follow.
     *
     * @param agreement as it stands, its row locked
     * @param gap when Alipay is asked next, if the question stays open
     */
    void learn(Agreement agreement, Set<Signal> learnt, Duration gap, OffsetDateTime now) {
        write(decide(signals.of(agreement), learnt, gap, now), now);
    }

    private void write(Change change, OffsetDateTime now) {
        writer.write(List.of(change), now).forEach(events -> events.forEach(Happened::tell));
    }

    /** What Alipay repeats changes nothing; what the phone repeats makes Alipay be asked again. */
    Optional<Change> heard(Known known, Signal signal, OffsetDateTime now) {
        boolean repeat = !(signal instanceof Signal.Claimed) && known.signals().contains(signal);
        return repeat ? Optional.empty() : Optional.of(decide(known, Set.of(signal), Duration.ZERO, now));
    }

    /** What signals make of an agreement; writes nothing. */
    Change decide(Known known, Set<Signal> learnt, Duration gap, OffsetDateTime now) {
        Agreement agreement = known.agreement();
        List<Signal> added = learnt.stream()
                .filter(signal -> !known.signals().contains(signal))
                .toList();
        List<Signal> all = new ArrayList<>(known.signals());
        all.addAll(added);
        Verdict verdict = Decision.of(all);
        boolean told = verdict.isNews(agreement.state(), agreement.agreementNo());
        return new Change(
                agreement,
                learnt,
                added,
                verdict,
                due(learnt, verdict, gap, now),
                isReconciled(agreement, verdict),
                known.version() + (told ? 1 : 0),
                told);
    }

    /** What a phone repeats about a signed agreement must not put the next question about it off. */
    private static boolean isReconciled(Agreement agreement, Verdict verdict) {
        return agreement.state() == State.SIGNED
                && verdict.state() == State.SIGNED
                && verdict.agreementNo().equals(agreement.agreementNo());
    }

    /** Puts the next question about a signed agreement off. */
    void reconcileLater(Agreement agreement, OffsetDateTime now) {
        Optional<OffsetDateTime> invalidAt = jdbc.sql("SELECT invalid_at FROM agreement WHERE id = ?")
                .param(agreement.id())
                .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single();
        jdbc.sql("UPDATE agreement SET due_at = ?, lease_until = NULL, attempts = 0 WHERE id = ?")
                .params(reconcileAt(invalidAt, now), agreement.id())
                .update();
    }

    /** In the usual pace, and right after the agreement has run out. */
    private OffsetDateTime reconcileAt(Optional<OffsetDateTime> invalidAt, OffsetDateTime now) {
        OffsetDateTime usual = now.plus(pace.every());
        return invalidAt
                .map(end -> end.plus(pace.margin()))
                .filter(end -> end.isAfter(now) && end.isBefore(usual))
                .orElse(usual);
    }

    private @Nullable OffsetDateTime due(Set<Signal> learnt, Verdict verdict, Duration gap, OffsetDateTime now) {
        if (verdict.state() == State.SIGNED) {
            return reconcileAt(verdict.invalidAt().map(instant -> instant.atOffset(ZoneOffset.UTC)), now);
        }
        if (verdict.state() != State.ENDED) {
            if (learnt.stream().anyMatch(Signal.Issued.class::isInstance)) {
                return now.plus(gap);
            }
            if (learnt.stream().anyMatch(Recording::needsAnswer)) {
                return now;
            }
        }
        return verdict.open() ? now.plus(gap) : null;
    }

    private static boolean needsAnswer(Signal signal) {
        return signal instanceof Signal.Claimed said && needsAnswer(said);
    }

    private static boolean needsAnswer(Signal.Claimed said) {
        return said.confirm() || said.claim() == Claim.SIGNED || said.claim() == Claim.UNKNOWN;
    }
}
