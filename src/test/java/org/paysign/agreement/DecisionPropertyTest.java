package org.paysign.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.paysign.agreement.Evidences.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Takes every sequence of up to five signals, repetitions included, and holds each of its steps against the other
 * sequences of the same set and against the contract's rules as {@link Law} writes them down.
 */
class DecisionPropertyTest {

    private static final int LONGEST = 5;
    private static final List<Signal> ONE_ROUND = List.of(
            ISSUED,
            SILENT,
            SAID_SIGNED,
            SAID_UNKNOWN,
            FAILED,
            FAILED_AT_ONCE,
            CANCELLED,
            CANCELLED_AT_ONCE,
            NOT_SIGNED_7002,
            NOT_SIGNED_6001,
            TOO_LATE,
            TOO_LATE_7001,
            SIGNED,
            SIGNED_BY_QUERY,
            ENDED);
    private static final List<Signal> TWO_ROUNDS = List.of(
            ISSUED,
            SILENT,
            FAILED,
            FAILED_AT_ONCE,
            CANCELLED,
            NOT_SIGNED_7002,
            NOT_SIGNED_6001,
            TOO_LATE_7001,
            SIGNED,
            AGAIN,
            FAILED_AGAIN,
            NOT_SIGNED_AGAIN,
            TOO_LATE_AGAIN,
            SIGNED_AGAIN,
            ENDED);

    private final Map<Integer, Verdict> known = new HashMap<>();
    private long sequences;

    @Test
    @Timeout(60)
    void ordersAndRepetitionsOfOneRoundDoNotMatter() {
        takeAll(ONE_ROUND);
    }

    @Test
    @Timeout(60)
    void ordersAndRepetitionsOfTwoRoundsDoNotMatter() {
        takeAll(TWO_ROUNDS);
    }

    private void takeAll(List<Signal> kinds) {
        take(kinds, new Step(List.of(), 0, Decision.of(List.of()), ""));
        System.out.println(sequences + " sequences of " + known.size() + " sets");
        assertThat(sequences).isEqualTo((long) ((Math.pow(kinds.size(), LONGEST + 1) - 1) / (kinds.size() - 1)) - 1);
    }

    /** Appends every kind to the sequence so far, then goes on with each. */
    private void take(List<Signal> kinds, Step before) {
        for (int kind = 0; kind < kinds.size(); kind++) {
            List<Signal> sequence = new ArrayList<>(before.sequence());
            sequence.add(kinds.get(kind));
            Verdict verdict = Decision.of(sequence);
            Step after = new Step(sequence, before.set() | 1 << kind, verdict, before.told(verdict));
            sequences++;
            checkSet(after);
            checkStep(kinds.get(kind), before.verdict(), after);
            if (sequence.size() < LONGEST) {
                take(kinds, after);
            }
        }
    }

    private void checkSet(Step step) {
        Verdict first = known.putIfAbsent(step.set(), step.verdict());
        if (first == null) {
            Law.check(Set.copyOf(step.sequence()), step.verdict());
        } else if (!first.equals(step.verdict())) {
            fail(step + ", in another order " + first);
        }
    }

    /** Only a new round takes the state back, or a late failure an expiry, and nothing takes it back from a proof. */
    private static void checkStep(Signal signal, Verdict earlier, Step after) {
        State before = earlier.state();
        State state = after.verdict().state();
        if (earlier.reason().equals("expired") && state == State.FAILED) {
            return;
        }
        boolean newRound = signal instanceof Signal.Issued issued && issued.round() > 1;
        boolean proven = before == State.SIGNED || before == State.ENDED;
        if (state.compareTo(before) < 0 && (!newRound || proven)) {
            fail(after + ", back from " + before);
        }
        if (state.hasOutcome() && !OutcomeType.of(state).type().equals(after.told())) {
            fail(after + ", told last");
        }
    }

    /** A sequence, the kinds in it as bits, what it means, and the outcome that was told last. */
    private record Step(List<Signal> sequence, int set, Verdict verdict, String told) {

        /** As the store does it: an outcome is written when the state changes to one that has one. */
        String told(Verdict next) {
            return next.state() != verdict.state() && next.state().hasOutcome()
                    ? OutcomeType.of(next.state()).type()
                    : told;
        }
    }
}
