package org.paysign.agreement;

import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Signals in the order they came in, and what the merchant was told of them; as the store does it, with an outcome
 * whenever the verdict is news.
 *
 * @param told the last outcome, with the number of what is in force; empty if none was told in this round
 */
record Story(List<Signal> signals, Verdict verdict, String told) {

    static final Story EMPTY = new Story(List.of(), Decision.of(List.of()), "");

    /** The legal edges within a round. */
    private static final Map<State, Set<State>> WITHIN_A_ROUND = new EnumMap<>(Map.of(
            State.ISSUED, Set.of(State.values()),
            State.UNKNOWN, Set.of(State.UNKNOWN, State.FAILED, State.CANCELLED, State.SIGNED, State.ENDED),
            State.FAILED, Set.of(State.FAILED, State.CANCELLED, State.SIGNED, State.ENDED),
            State.CANCELLED, Set.of(State.CANCELLED, State.FAILED, State.SIGNED, State.ENDED),
            State.SIGNED, Set.of(State.SIGNED, State.ENDED),
            State.ENDED, Set.of(State.ENDED, State.SIGNED)));

    /** Whether the signal can come now: in some orders the world or the store does not hand signals over. */
    boolean canGoOnWith(Signal signal) {
        if (signals.contains(signal)) {
            return true;
        }
        if (signal instanceof Signal.Issued) {
            return round() == signal.round() - 1;
        }
        boolean late = signal.round() < round();
        return signal.round() <= round() && !(late && isOfItsRoundOnly(signal)) && !isUnheardOf(signal);
    }

    /** Answers of an earlier round are refused by the fence, and an end belongs to the round it comes in. */
    private static boolean isOfItsRoundOnly(Signal signal) {
        return signal instanceof Signal.NotSigned
                || signal instanceof Signal.Ended
                || (signal instanceof Signal.Signed proof && proof.evidence() == Evidence.QUERY);
    }

    /** Only what is signed is asked about by its number. */
    private boolean isUnheardOf(Signal signal) {
        return signal instanceof Signal.Ended end
                && end.evidence() == Evidence.QUERY
                && !end.agreementNo().isEmpty()
                && signals.stream()
                        .noneMatch(other -> other instanceof Signal.Signed proof
                                && proof.agreementNo().equals(end.agreementNo()));
    }

    private int round() {
        return signals.stream()
                .filter(Signal.Issued.class::isInstance)
                .mapToInt(Signal::round)
                .max()
                .orElse(0);
    }

    Story goOnWith(Signal signal) {
        if (signals.contains(signal)) {
            return new Story(with(signal), verdict, told);
        }
        Verdict next = Decision.of(with(signal));
        boolean newRound = signal instanceof Signal.Issued;
        boolean legal = newRound ? opens(next) : continues(next);
        if (!legal) {
            fail(text(with(signal)) + " goes from " + verdict + " to " + next);
        }
        String before = newRound && !next.state().hasOutcome() ? "" : told;
        Story story = new Story(
                with(signal), next, next.isNews(verdict.state(), verdict.agreementNo()) ? outcome(next) : before);
        if (!story.told().equals(next.state().hasOutcome() ? outcome(next) : "")) {
            fail(text(with(signal)) + " means " + next + ", but told last was " + story.told());
        }
        return story;
    }

    /** A new round begins at the beginning, whatever was before; what is in force stays so. */
    private boolean opens(Verdict next) {
        return next.state() == (verdict.state() == State.SIGNED ? State.SIGNED : State.ISSUED);
    }

    private boolean continues(Verdict next) {
        boolean known =
                Objects.requireNonNull(WITHIN_A_ROUND.get(verdict.state())).contains(next.state());
        return switch (verdict.state()) {
            case CANCELLED ->
                known && (next.state() != State.FAILED || verdict.reason().equals("expired"));
            case ENDED -> known && (next.state() != State.SIGNED || !hasEnded(next.agreementNo()));
            default -> known;
        };
    }

    private boolean hasEnded(String no) {
        return signals.stream()
                .anyMatch(signal ->
                        signal instanceof Signal.Ended end && end.agreementNo().equals(no));
    }

    /** With the numbers, which the signals leave out of their texts. */
    private static String text(List<Signal> signals) {
        return signals.stream()
                .distinct()
                .map(signal -> signal instanceof Signal.Signed proof
                        ? proof + proof.agreementNo()
                        : signal instanceof Signal.Ended end ? end + end.agreementNo() : signal.toString())
                .collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return text(signals) + ": " + verdict + ", told " + told;
    }

    private static String outcome(Verdict verdict) {
        return OutcomeType.of(verdict.state()).type()
                + (verdict.state() == State.SIGNED ? " " + verdict.agreementNo() : "");
    }

    private List<Signal> with(Signal signal) {
        List<Signal> all = new ArrayList<>(signals);
        all.add(signal);
        return List.copyOf(all);
    }
}
