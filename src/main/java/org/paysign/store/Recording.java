package org.paysign.store;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.paysign.agreement.Claim;
import org.paysign.agreement.Decision;
import org.paysign.agreement.OutcomeType;
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
    private final OutcomeComposer composer;
    private final Pace pace;

    Recording(JdbcClient jdbc, OutcomeComposer composer, Pace pace) {
        this.jdbc = jdbc;
        this.signals = new Signals(jdbc);
        this.composer = composer;
        this.pace = pace;
    }

    List<Signal> signalsOf(Agreement agreement) {
        return signals.of(agreement.id());
    }

    /** Adds what came unasked. What Alipay repeats changes nothing; what the phone repeats makes Alipay be asked again. */
    void hear(Agreement agreement, Signal signal, OffsetDateTime now) {
        boolean repeat = !(signal instanceof Signal.Claimed)
                && signals.of(agreement.id()).contains(signal);
        if (!repeat) {
            learn(agreement, Set.of(signal), Duration.ZERO, now);
        }
    }

    /**
     * Adds signals and lets the agreement follow.
     *
     * @param agreement as it stands, its row locked
     * @param gap when Alipay is asked next, if the question stays open
     */
    void learn(Agreement agreement, Set<Signal> learnt, Duration gap, OffsetDateTime now) {
        List<Signal> known = new ArrayList<>(signals.of(agreement.id()));
        for (Signal signal : learnt) {
            if (!known.contains(signal)) {
                signals.add(agreement.id(), signal, now);
                known.add(signal);
            }
        }
        Verdict verdict = Decision.of(known);
        boolean told = verdict.isNews(agreement.state(), agreement.agreementNo());
        OffsetDateTime invalidAt = verdict.invalidAt()
                .map(instant -> instant.atOffset(ZoneOffset.UTC))
                .orElse(null);
        // The fence moves: an answer to a question asked before this signal is no answer any more.
        jdbc.sql(
                        "UPDATE agreement SET state = ?, due_at = CASE WHEN ? THEN due_at ELSE ? END, agreement_no = ?,"
                                + " invalid_at = ?, lease_until = NULL, fence = fence + 1, attempts = attempts * ?, outcome_version = outcome_version + ?,"
                                + " changed_at = ?, unknown_since = CASE WHEN ? <> 'UNKNOWN' THEN NULL"
                                + " WHEN state = 'UNKNOWN' AND unknown_since IS NOT NULL THEN unknown_since ELSE ? END WHERE id = ?")
                .param(verdict.state().name())
                .param(isReconciled(agreement, verdict))
                .param(due(learnt, verdict, gap, now))
                .param(verdict.agreementNo())
                .param(invalidAt)
                .param(learnt.stream().anyMatch(Signal.NotSigned.class::isInstance) ? 1 : 0)
                .param(told ? 1 : 0)
                .param(now)
                .param(verdict.state().name())
                .param(now)
                .param(agreement.id())
                .update();
        Happened.tell(Happened.event(agreement, learnt, verdict));
        if (told) {
            write(agreement, verdict, now);
        }
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

    private void write(Agreement agreement, Verdict verdict, OffsetDateTime now) {
        int version = jdbc.sql("SELECT outcome_version FROM agreement WHERE id = ?")
                .param(agreement.id())
                .query(Integer.class)
                .single();
        String id = UUID.randomUUID().toString();
        String body = composer.compose(id, version, agreement, verdict, now.toInstant());
        jdbc.sql("INSERT INTO outcome (id, agreement_id, version, merchant, target, body, status, tries, created_at,"
                        + " due_at, fence, last_error, traceparent, tracestate)"
                        + " VALUES (?, ?, ?, ?, ?, ?, 'PENDING', 0, ?, ?, 0, '', ?, ?)")
                .params(id, agreement.id(), version, agreement.key().merchant())
                .params(OutcomeType.of(verdict.state()).target(), body.getBytes(StandardCharsets.UTF_8), now, now)
                .params(agreement.trace().traceparent(), agreement.trace().tracestate())
                .update();
        Happened.tell(agreement
                .event("outcome.made")
                .with("outcome", id)
                .with("version", version)
                .with("target", OutcomeType.of(verdict.state()).target())
                .with("state", verdict.state()));
    }
}
