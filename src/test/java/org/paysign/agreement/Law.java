package org.paysign.agreement;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The contract's "What a result means", written once more over sets, to hold the decision function against: every proof
 * stands trial by itself against all that objects to it.
 */
final class Law {

    private final Set<Signal> signals;
    private final Set<String> numbers = new TreeSet<>();
    private int round = 1;

    private Law(Set<Signal> signals) {
        this.signals = signals;
        for (Signal signal : signals) {
            round = signal instanceof Signal.Issued ? Math.max(round, signal.round()) : round;
            number(signal).ifPresent(numbers::add);
        }
    }

    static void check(Set<Signal> signals, Verdict verdict) {
        Law law = new Law(signals);
        assertThat(List.of(
                        verdict.state(),
                        verdict.reason(),
                        verdict.resultStatus(),
                        verdict.agreementNo(),
                        verdict.open()))
                .as(signals.toString())
                .isEqualTo(List.of(law.state(), law.reason(), law.resultStatus(), law.agreementNo(), law.isAsked()));
    }

    private State state() {
        if (!standing().isEmpty()) {
            return State.SIGNED;
        }
        if (!ends().isEmpty()) {
            return State.ENDED;
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

    /** The numbers with a proof that stands against every objection. */
    private Set<String> standing() {
        Set<String> standing = new TreeSet<>(numbers);
        standing.removeIf(no -> !stands(no));
        return standing;
    }

    private boolean stands(String no) {
        List<Integer> objections = objections(no);
        return has(signal -> signal instanceof Signal.Signed proof
                && isOf(proof, no)
                && objections.stream()
                        .allMatch(objection -> proof.evidence() == Evidence.QUERY && proof.round() > objection));
    }

    /** The rounds in which it was first objected that an agreement be in force; never refuted, if the end names it. */
    private List<Integer> objections(String no) {
        List<Integer> objections = new ArrayList<>();
        if (isNamedByAnEnd(no)) {
            objections.add(Integer.MAX_VALUE);
        }
        nameless().ifPresent(objections::add);
        String signTime = time(no, "sign_time");
        for (String rival : numbers) {
            boolean later = time(rival, "sign_time").compareTo(signTime) > 0
                    || time(rival, "unsign_time").compareTo(signTime) > 0;
            if (!rival.equals(no) && !signTime.isEmpty() && later && isHeeded(rival)) {
                objections.add(rounds(signal -> isOf(signal, rival)).first());
            }
        }
        return objections;
    }

    /** An agreement objects to an earlier one if it surely existed. */
    private boolean isHeeded(String rival) {
        return isNamedByAnEnd(rival) ? isSurelyAnother(rival) : stands(rival);
    }

    private boolean isNamedByAnEnd(String no) {
        return has(signal -> signal instanceof Signal.Ended && isOf(signal, no));
    }

    /** The round of an end without a number, if no end was heard of before it. */
    private Optional<Integer> nameless() {
        SortedSet<Integer> all = rounds(Signal.Ended.class::isInstance);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.first()).filter(this::hasNamelessEnd);
    }

    private boolean hasNamelessEnd(int round) {
        return has(signal ->
                signal instanceof Signal.Ended end && end.agreementNo().isEmpty() && end.round() == round);
    }

    /** Whether a number cannot be the one that ended without being named: asked later, Alipay knew it, and not ended. */
    private boolean isSurelyAnother(String no) {
        SortedSet<Integer> known = rounds(signal ->
                signal instanceof Signal.Signed proof && isOf(proof, no) && proof.evidence() == Evidence.QUERY);
        SortedSet<Integer> over = rounds(signal -> signal instanceof Signal.Ended && isOf(signal, no));
        return nameless().stream().allMatch(end -> known.stream()
                .anyMatch(round -> round > end && over.headSet(round).isEmpty()));
    }

    /** The numbers that ended in this round, or the empty one. */
    private Set<String> ends() {
        Set<String> ends = new TreeSet<>(numbers);
        ends.removeIf(no -> {
            SortedSet<Integer> rounds = rounds(signal -> signal instanceof Signal.Ended && isOf(signal, no));
            return rounds.isEmpty()
                    || (isSurelyAnother(no) ? rounds.first() : nameless().orElseThrow()) != round;
        });
        if (nameless().equals(Optional.of(round))) {
            ends.add("");
        }
        return ends;
    }

    private String agreementNo() {
        return switch (state()) {
            case SIGNED -> greatest(standing(), comparing(no -> time(no, "sign_time")));
            case ENDED -> greatest(ends(), comparing(this::lastTime));
            default -> "";
        };
    }

    private static String greatest(Set<String> numbers, Comparator<String> order) {
        return numbers.stream().max(order.thenComparing(no -> no)).orElseThrow();
    }

    private String lastTime(String no) {
        return new TreeSet<>(List.of(time(no, "sign_time"), time(no, "unsign_time"))).last();
    }

    private String time(String no, String field) {
        TreeSet<String> times = new TreeSet<>(Set.of(""));
        for (Signal signal : signals) {
            if (signal instanceof Signal.Signed proof && isOf(proof, no) && field.equals("sign_time")) {
                times.add(proof.fields().getOrDefault(field, ""));
            }
            if (signal instanceof Signal.Ended end && isOf(end, no)) {
                times.add(end.fields().getOrDefault(field, ""));
            }
        }
        return times.last();
    }

    private SortedSet<Integer> rounds(Predicate<Signal> which) {
        TreeSet<Integer> rounds = new TreeSet<>();
        signals.stream().filter(which).forEach(signal -> rounds.add(signal.round()));
        return rounds;
    }

    private static boolean isOf(Signal signal, String no) {
        return number(signal).equals(Optional.of(no));
    }

    private static Optional<String> number(Signal signal) {
        String no = signal instanceof Signal.Signed proof
                ? proof.agreementNo()
                : signal instanceof Signal.Ended end ? end.agreementNo() : "";
        return Optional.of(no).filter(name -> !name.isEmpty());
    }

    private String reason() {
        return switch (state()) {
            case ENDED -> agreementNo().isEmpty() ? "AGREEMENT_HAS_UNSIGNED" : "unsigned";
            case SIGNED -> "signed";
            case CANCELLED -> believed(Claim.CANCELLED).isPresent() ? "" : "expired";
            default -> "";
        };
    }

    private String resultStatus() {
        return switch (state()) {
            case SIGNED ->
                has(signal -> signal instanceof Signal.Signed proof
                                && proof.evidence() == Evidence.SYNC
                                && isOf(proof, agreementNo()))
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

    /** Open: an unbelieved no of the phone, a possible yes before it is too late, a doubtful yes, anything unknown. */
    private boolean isAsked() {
        return switch (state()) {
            case ISSUED, SIGNED -> false;
            case UNKNOWN -> true;
            case ENDED -> hasDoubtful();
            case FAILED, CANCELLED -> waits() || (!isTooLate() && maySign()) || hasDoubtful();
        };
    }

    /** Something sent after all objections to it that does not stand by itself and was not asked about. */
    private boolean hasDoubtful() {
        return has(signal -> signal instanceof Signal.Signed proof
                && objections(proof.agreementNo()).stream().allMatch(objection -> proof.round() > objection)
                && !has(other -> other instanceof Signal.NotSigned answer
                        && answer.answered().contains(proof.agreementNo())));
    }

    private boolean waits() {
        return hasNow(signal -> signal instanceof Signal.Claimed said
                && (said.claim() == Claim.FAILED || said.claim() == Claim.CANCELLED)
                && said.confirm()
                && !isAnswered(said));
    }

    private boolean maySign() {
        return hasNow(signal -> signal instanceof Signal.Silent
                || signal instanceof Signal.Pending
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
                .max(String::compareTo);
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
