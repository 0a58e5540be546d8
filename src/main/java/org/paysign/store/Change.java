package org.paysign.store;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.paysign.agreement.Signal;
import org.paysign.agreement.State;
import org.paysign.agreement.Verdict;
import org.paysign.log.Event;

/**
 * What signals make of an agreement, decided and not yet written.
 *
 * @param agreement as it stands
 * @param learnt all that came, of which {@code added} was not known before
 * @param due when Alipay is asked next, null for never; without meaning if {@code keepsDue}
 * @param keepsDue whether the next question stays where it is
 * @param version of the agreement's latest outcome, this change's own included
 * @param told whether this change makes an outcome
 */
record Change(
        Agreement agreement,
        Set<Signal> learnt,
        List<Signal> added,
        Verdict verdict,
        @Nullable OffsetDateTime due,
        boolean keepsDue,
        int version,
        boolean told) {

    Change {
        learnt = Set.copyOf(learnt);
        added = List.copyOf(added);
    }

    /** When the agreement runs out by itself, null if Alipay did not say. */
    @Nullable
    OffsetDateTime invalidAt() {
        return verdict.invalidAt()
                .map(instant -> instant.atOffset(ZoneOffset.UTC))
                .orElse(null);
    }

    /** Whether the gaps between the questions go on growing: Alipay has only said that it knows nothing. */
    boolean keepsAttempts() {
        return learnt.stream().anyMatch(Signal.NotSigned.class::isInstance);
    }

    boolean isUnknown() {
        return verdict.state() == State.UNKNOWN;
    }

    /** The same about the row that was made of it. */
    Change of(Agreement row) {
        return new Change(row, learnt, added, verdict, due, keepsDue, version, told);
    }

    Event event() {
        return Happened.event(agreement, learnt, verdict);
    }

    /** Without the signals, which may be personal. */
    @Override
    public String toString() {
        return "Change[" + agreement.id() + ", " + verdict.state() + "]";
    }
}
