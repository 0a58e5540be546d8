package org.paysign.agreement;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Alipay itself said, in whatever order it arrived. An end that names an agreement holds for ever and touches no
 * other one. Whatever else speaks against an agreement, an end without a number or a later agreement, gives way to
 * nothing but Alipay's answer in a later round: what Alipay sends unasked may be old.
 */
final class Proofs {

    private final List<Signal.Signed> signed;
    private final List<Signal.Ended> ended;
    private final Map<String, Numbered> agreements;
    private final Set<String> answered;
    /** The round of the first end if that one came without a number, else 0. */
    private final int unnamedEnd;

    Proofs(Collection<Signal> signals) {
        signed = only(signals, Signal.Signed.class);
        ended = only(signals, Signal.Ended.class);
        agreements = Stream.concat(
                        signed.stream().map(Signal.Signed::agreementNo),
                        ended.stream().map(Signal.Ended::agreementNo).filter(no -> !no.isEmpty()))
                .distinct()
                .collect(toMap(identity(), this::numbered));
        answered = only(signals, Signal.NotSigned.class).stream()
                .flatMap(answer -> answer.answered().stream())
                .collect(Collectors.toSet());
        int firstEnd = ended.stream().mapToInt(Signal::round).min().orElse(0);
        // Asked by the external number, Alipay says "has been unsigned" in later rounds too, and means the earlier one.
        unnamedEnd =
                ended.stream().anyMatch(end -> end.agreementNo().isEmpty() && end.round() == firstEnd) ? firstEnd : 0;
    }

    private Numbered numbered(String no) {
        return new Numbered(
                signed.stream().filter(proof -> proof.agreementNo().equals(no)).toList(),
                ended.stream().filter(end -> end.agreementNo().equals(no)).toList());
    }

    /** The proof of the agreement that is in force. */
    Optional<Signal.Signed> inForce() {
        return signed.stream()
                .filter(proof -> isInForce(of(proof)))
                .max(comparing((Signal.Signed proof) -> of(proof).signTime)
                        .thenComparing(Signal.Signed::agreementNo)
                        .thenComparing(Signal.Signed::evidence, reverseOrder())
                        .thenComparing(proof -> sorted(proof.fields()), reverseOrder()));
    }

    /** The end of the agreement of a round; named rather than unnamed, late rather than early. */
    Optional<Signal.Ended> endIn(int round) {
        return ended.stream()
                .filter(end -> belongsTo(end) == round)
                .max(comparing(this::lastTime)
                        .thenComparing(Signal.Ended::agreementNo)
                        .thenComparing(Signal.Ended::evidence, reverseOrder())
                        .thenComparing(Signal.Ended::reason, reverseOrder())
                        .thenComparing(end -> sorted(end.fields()), reverseOrder()));
    }

    /** Whether Alipay has to be asked about what it sent after something spoke against it, because it may be older. */
    boolean isInDoubt() {
        return signed.stream()
                .filter(proof -> !answered.contains(proof.agreementNo()))
                .map(this::of)
                .anyMatch(it -> !it.isEnded() && !isInForce(it) && it.lastProven > against(it));
    }

    private boolean isInForce(Numbered it) {
        int against = against(it);
        return !it.isEnded() && (against == 0 || it.lastAffirmed > against);
    }

    /** The last round in which something began to speak against an agreement without naming it; 0 if nothing does. */
    private int against(Numbered it) {
        return agreements.values().stream()
                .filter(other -> isFollowedBy(it, other))
                .mapToInt(other -> other.firstHeard)
                .reduce(unnamedEnd, Math::max);
    }

    /**
     * Whether the other one was in force after this one was signed: only one is at a time. Alipay's times tell; what is in
     * doubt itself says nothing.
     */
    private boolean isFollowedBy(Numbered it, Numbered other) {
        boolean later = other != it && !it.signTime.isEmpty() && other.lastTime.compareTo(it.signTime) > 0;
        return later && (other.isEnded() ? !mayHaveEndedUnnamed(other) : isInForce(other));
    }

    /** Whether this may be what ended without a number: all that was not affirmed since. */
    private boolean mayHaveEndedUnnamed(Numbered it) {
        return unnamedEnd > 0 && it.lastAffirmed <= unnamedEnd;
    }

    /** The round an end belongs to: the first it came in, unless it only names what ended before; 0 for none. */
    private int belongsTo(Signal.Ended end) {
        if (end.agreementNo().isEmpty()) {
            return end.round() == unnamedEnd ? unnamedEnd : 0;
        }
        return mayHaveEndedUnnamed(of(end)) ? unnamedEnd : of(end).firstEnded;
    }

    private String lastTime(Signal.Ended end) {
        return end.agreementNo().isEmpty() ? "" : of(end).lastTime;
    }

    private Numbered of(Signal.Signed proof) {
        return Objects.requireNonNull(agreements.get(proof.agreementNo()));
    }

    private Numbered of(Signal.Ended end) {
        return Objects.requireNonNull(agreements.get(end.agreementNo()));
    }

    /** Tells apart what differs in nothing else, in an order that is the same in every run. */
    private static String sorted(Map<String, String> fields) {
        return new TreeMap<>(fields).toString();
    }

    static <S extends Signal> List<S> only(Collection<? extends Signal> signals, Class<S> kind) {
        return signals.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
