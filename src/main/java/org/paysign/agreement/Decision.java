package org.paysign.agreement;

import static java.util.Comparator.comparing;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The decision function: from the set of signals to the state, whatever order they came in.
 *
 * <p>Proof beats every claim, whatever round it came in. Claims count only in the latest round: they are about one page shown to one customer. A
 * claim that has to be confirmed decides nothing until a question asked <em>after</em> it was answered with "no such
 * agreement"; an error is no answer.
 */
public final class Decision {

    private final int round;
    private final List<Signal> current;
    private final Proofs proofs;
    private final Set<String> answered = new HashSet<>();
    private final boolean windowClosed;

    private Decision(Collection<Signal> signals) {
        proofs = new Proofs(signals);
        round = signals.stream()
                .filter(Signal.Issued.class::isInstance)
                .mapToInt(Signal::round)
                .max()
                .orElse(1);
        current = signals.stream().filter(signal -> signal.round() == round).toList();
        List<Signal.NotSigned> answers = Proofs.only(current, Signal.NotSigned.class);
        answers.forEach(answer -> answered.addAll(answer.answered()));
        windowClosed = answers.stream().anyMatch(Signal.NotSigned::windowClosed);
    }

    /** Decides; pure, and independent of the order and repetition of the signals. */
    public static Verdict of(Collection<Signal> signals) {
        return new Decision(signals).verdict();
    }

    private Verdict verdict() {
        return signed().or(this::ended)
                .or(() -> claimed(State.CANCELLED, Claim.CANCELLED))
                .or(() -> claimed(State.FAILED, Claim.FAILED))
                .or(this::expired)
                .orElseGet(this::undecided);
    }

    private Optional<Verdict> signed() {
        return proofs.inForce()
                .map(proof -> new Verdict(
                        State.SIGNED,
                        "signed",
                        proof.evidence() == Evidence.SYNC ? "7000" : reported(),
                        proof.agreementNo(),
                        Optional.of(proof.evidence()),
                        proof.fields(),
                        false));
    }

    private Optional<Verdict> ended() {
        return proofs.endIn(round)
                .map(end -> new Verdict(
                        State.ENDED,
                        end.reason(),
                        "",
                        end.agreementNo(),
                        Optional.of(end.evidence()),
                        end.fields(),
                        proofs.isInDoubt()));
    }

    private Optional<Verdict> claimed(State state, Claim claim) {
        return claims(said -> said.claim() == claim && isBelieved(said)).stream()
                .max(comparing(Signal.Claimed::resultStatus)
                        .thenComparing(Signal.Claimed::reason)
                        .thenComparing(Signal.Claimed::confirm))
                .map(said -> new Verdict(
                        state,
                        said.reason(),
                        said.resultStatus(),
                        "",
                        said.confirm() ? Optional.of(Evidence.QUERY) : Optional.empty(),
                        Map.of(),
                        isOpen()));
    }

    private Optional<Verdict> expired() {
        return windowClosed
                ? Optional.of(new Verdict(
                        State.CANCELLED, "expired", reported(), "", Optional.of(Evidence.QUERY), Map.of(), isOpen()))
                : Optional.empty();
    }

    /** What the phone reported in this round; the greatest code if it reported several, empty if nothing. */
    private String reported() {
        return claims(said -> true).stream()
                .map(Signal.Claimed::resultStatus)
                .max(String::compareTo)
                .orElse("");
    }

    private Verdict undecided() {
        boolean heard = current.stream().anyMatch(signal -> !(signal instanceof Signal.Issued));
        State state = heard ? State.UNKNOWN : State.ISSUED;
        return new Verdict(state, "", "", "", Optional.empty(), Map.of(), heard);
    }

    private boolean isBelieved(Signal.Claimed said) {
        return !said.confirm() || answered.contains(said.resultStatus());
    }

    /** Alipay has to be asked while a claim waits for its answer, or while the customer may still be signing. */
    private boolean isOpen() {
        boolean mayStillSign =
                current.stream().anyMatch(signal -> signal instanceof Signal.Silent || signal instanceof Signal.Pending)
                        || !claims(said -> said.claim() == Claim.SIGNED || said.claim() == Claim.UNKNOWN)
                                .isEmpty();
        boolean waits = !claims(
                        said -> (said.claim() == Claim.FAILED || said.claim() == Claim.CANCELLED) && !isBelieved(said))
                .isEmpty();
        return waits || (mayStillSign && !windowClosed) || proofs.isInDoubt();
    }

    private List<Signal.Claimed> claims(Predicate<Signal.Claimed> which) {
        return Proofs.only(current, Signal.Claimed.class).stream().filter(which).toList();
    }
}
