package org.paysign.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The contract's "What a result means", written once more over sets, to hold the decision function against. */
final class Law {

    private final Set<Signal> signals;
    private final int round;

    private Law(Set<Signal> signals) {
        this.signals = signals;
        this.round = has(signal -> signal instanceof Signal.Issued && signal.round() == 2) ? 2 : 1;
    }

    static void check(Set<Signal> signals, Verdict verdict) {
        Law law = new Law(signals);
        assertThat(verdict.state()).as(signals.toString()).isEqualTo(law.state());
        assertThat(verdict.reason()).as(signals.toString()).isEqualTo(law.reason());
        assertThat(verdict.resultStatus()).as(signals.toString()).isEqualTo(law.resultStatus());
        assertThat(verdict.open()).as(signals.toString()).isEqualTo(law.isAsked());
    }

    private State state() {
        if (has(Signal.Ended.class::isInstance)) {
            return State.ENDED;
        }
        if (has(Signal.Signed.class::isInstance)) {
            return State.SIGNED;
        }
        if (believed(Claim.CANCELLED).isPresent()) {
            return State.CANCELLED;
        }
        if (believed(Claim.FAILED).isPresent()) {
            return State.FAILED;
        }
        if (isTooLate()) {
            return State.CANCELLED;
        }
        return hasNow(signal -> !(signal instanceof Signal.Issued)) ? State.UNKNOWN : State.ISSUED;
    }

    private String reason() {
        return switch (state()) {
            case ENDED -> "AGREEMENT_HAS_UNSIGNED";
            case SIGNED -> "signed";
            case CANCELLED -> believed(Claim.CANCELLED).isPresent() ? "" : "expired";
            default -> "";
        };
    }

    private String resultStatus() {
        return switch (state()) {
            case SIGNED ->
                has(signal -> signal instanceof Signal.Signed proof && proof.evidence() == Evidence.SYNC)
                        ? "7000"
                        : reported();
            case CANCELLED -> believed(Claim.CANCELLED).orElseGet(this::reported);
            case FAILED -> believed(Claim.FAILED).orElse("");
            default -> "";
        };
    }

    private String reported() {
        return signals.stream()
                .filter(signal -> signal.round() == round)
                .filter(Signal.Claimed.class::isInstance)
                .map(signal -> ((Signal.Claimed) signal).resultStatus())
                .max(String::compareTo)
                .orElse("");
    }

    /** Open questions: an unbelieved no of the phone, a possible yes before it is too late, or anything unknown. */
    private boolean isAsked() {
        return switch (state()) {
            case ISSUED, SIGNED, ENDED -> false;
            case UNKNOWN -> true;
            case FAILED, CANCELLED -> waits() || (!isTooLate() && maySign());
        };
    }

    private boolean waits() {
        return hasNow(signal -> signal instanceof Signal.Claimed said
                && (said.claim() == Claim.FAILED || said.claim() == Claim.CANCELLED)
                && said.confirm()
                && !isAnswered(said));
    }

    private boolean maySign() {
        return hasNow(signal -> signal instanceof Signal.Silent
                || (signal instanceof Signal.Claimed said
                        && (said.claim() == Claim.SIGNED || said.claim() == Claim.UNKNOWN)));
    }

    private boolean isTooLate() {
        return hasNow(signal -> signal instanceof Signal.NotSigned answer && answer.windowClosed());
    }

    private Optional<String> believed(Claim claim) {
        return signals.stream()
                .filter(signal -> signal.round() == round)
                .filter(Signal.Claimed.class::isInstance)
                .map(Signal.Claimed.class::cast)
                .filter(said -> said.claim() == claim && (!said.confirm() || isAnswered(said)))
                .map(Signal.Claimed::resultStatus)
                .findFirst();
    }

    private boolean isAnswered(Signal.Claimed said) {
        return hasNow(signal ->
                signal instanceof Signal.NotSigned answer && answer.answered().contains(said.resultStatus()));
    }

    private boolean hasNow(Predicate<Signal> which) {
        return has(signal -> signal.round() == round && which.test(signal));
    }

    private boolean has(Predicate<Signal> which) {
        return signals.stream().anyMatch(which);
    }
}
