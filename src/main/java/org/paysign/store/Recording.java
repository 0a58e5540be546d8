package org.paysign.store;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
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

    Recording(JdbcClient jdbc, OutcomeComposer composer) {
        this.jdbc = jdbc;
        this.signals = new Signals(jdbc);
        this.composer = composer;
    }

    List<Signal> signalsOf(Agreement agreement) {
        return signals.of(agreement.id());
    }

    /**
     * Adds the signal and lets the agreement follow.
     *
     * @param agreement as it stands, its row locked
     * @param gap when Alipay is asked next, if the question stays open
     */
    void add(Agreement agreement, Signal signal, Duration gap, OffsetDateTime now) {
        List<Signal> known = new ArrayList<>(signals.of(agreement.id()));
        if (!known.contains(signal)) {
            signals.add(agreement.id(), signal, now);
            known.add(signal);
        }
        Verdict verdict = Decision.of(known);
        boolean changed = verdict.state() != agreement.state();
        boolean told = changed && verdict.state().hasOutcome();
        // The fence moves: an answer to a question asked before this signal is no answer any more.
        jdbc.sql(
                        "UPDATE agreement SET state = ?, due_at = ?, lease_until = NULL, fence = fence + 1, attempts = attempts * ?,"
                                + " outcome_version = outcome_version + ?, changed_at = ? WHERE id = ?")
                .param(verdict.state().name())
                .param(due(signal, verdict, gap, now))
                .param(signal instanceof Signal.NotSigned ? 1 : 0)
                .param(told ? 1 : 0)
                .param(now)
                .param(agreement.id())
                .update();
        if (told) {
            write(agreement, verdict, now);
        }
    }

    private static @Nullable OffsetDateTime due(Signal signal, Verdict verdict, Duration gap, OffsetDateTime now) {
        if (verdict.state() == State.SIGNED || verdict.state() == State.ENDED) {
            return null;
        }
        if (signal instanceof Signal.Issued) {
            return now.plus(gap);
        }
        if (signal instanceof Signal.Claimed said && needsAnswer(said)) {
            return now;
        }
        return verdict.open() ? now.plus(gap) : null;
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
                        + " due_at, fence, last_error) VALUES (?, ?, ?, ?, ?, ?, 'PENDING', 0, ?, ?, 0, '')")
                .params(id, agreement.id(), version, agreement.key().merchant())
                .params(OutcomeType.of(verdict.state()).target(), body.getBytes(StandardCharsets.UTF_8), now, now)
                .update();
    }
}
