package org.paysign.agreement;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Alipay itself said, in whatever order it arrived. An end belongs to the agreement it names: a late sign notice
 * never revives that one, and the end of an earlier agreement does not touch a later one under the same external number.
 * Only one agreement is in force under a number at a time, so that a later one proves the earlier one to be over.
 */
final class Proofs {

    private final List<Signal.Signed> signed;
    private final List<Signal.Ended> ended;
    private final Set<String> settled;
    /** The round of the end that came first and named no agreement, if there is one. */
    private final OptionalInt unnamedEnd;

    Proofs(Collection<Signal> signals) {
        signed = only(signals, Signal.Signed.class);
        ended = only(signals, Signal.Ended.class);
        settled = only(signals, Signal.NotSigned.class).stream()
                .flatMap(answer -> answer.answered().stream())
                .collect(Collectors.toSet());
        int firstEnd = ended.stream().mapToInt(this::heardIn).min().orElse(0);
        // Asked by the external number, Alipay says "has been unsigned" in later rounds too, and means the earlier one.
        unnamedEnd = ended.stream()
                .filter(end -> end.agreementNo().isEmpty() && end.round() == firstEnd)
                .mapToInt(Signal::round)
                .findFirst();
    }

    /** The proof of the agreement that is in force. */
    Optional<Signal.Signed> inForce() {
        return signed.stream()
                .filter(proof -> !isOver(proof.agreementNo()))
                .max(comparing((Signal.Signed proof) -> signTime(proof.agreementNo()))
                        .thenComparing(Signal.Signed::agreementNo)
                        .thenComparing(Signal.Signed::evidence, reverseOrder())
                        .thenComparing(proof -> sorted(proof.fields()), reverseOrder()));
    }

    /** The end of the agreement of a round; named rather than unnamed, late rather than early. */
    Optional<Signal.Ended> endIn(int round) {
        return ended.stream()
                .filter(end -> home(end) == round)
                .max(comparing((Signal.Ended end) -> lastTime(end.agreementNo()))
                        .thenComparing(Signal.Ended::agreementNo)
                        .thenComparing(Signal.Ended::evidence, reverseOrder())
                        .thenComparing(Signal.Ended::reason, reverseOrder())
                        .thenComparing(end -> sorted(end.fields()), reverseOrder()));
    }

    /**
     * Whether Alipay has to be asked about a proof that may be an old one: it came after an end that named no agreement,
     * and could be about the agreement that ended.
     */
    boolean isInDoubt() {
        return signed.stream()
                .map(Signal.Signed::agreementNo)
                .anyMatch(no -> mayBeOld(no) && !isNamedAsEnded(no) && !settled.contains(no));
    }

    private boolean isOver(String no) {
        return isNamedAsEnded(no)
                || (unnamedEnd.isPresent() && unnamedEnd.getAsInt() >= home(no))
                || numbers().anyMatch(other -> isFollowedBy(no, other));
    }

    private boolean isNamedAsEnded(String no) {
        return ended.stream().anyMatch(end -> end.agreementNo().equals(no));
    }

    /** Whether the other agreement was in force after this one was signed. */
    private boolean isFollowedBy(String no, String other) {
        String begun = signTime(no);
        return !other.equals(no)
                && home(other) >= home(no)
                && !begun.isEmpty()
                && lastTime(other).compareTo(begun) > 0;
    }

    private int home(Signal.Ended end) {
        if (end.agreementNo().isEmpty()) {
            return unnamedEnd.isPresent() && end.round() == unnamedEnd.getAsInt() ? end.round() : 0;
        }
        return home(end.agreementNo());
    }

    /** The round an agreement belongs to: in which it was first heard of, unless it may be the one that ended unnamed. */
    private int home(String no) {
        return mayBeOld(no) ? unnamedEnd.orElseThrow() : heardIn(no);
    }

    private boolean mayBeOld(String no) {
        return unnamedEnd.isPresent()
                && heardIn(no) > unnamedEnd.getAsInt()
                && signed.stream()
                        .noneMatch(proof -> proof.agreementNo().equals(no) && proof.evidence() == Evidence.QUERY);
    }

    private int heardIn(Signal.Ended end) {
        return end.agreementNo().isEmpty() ? end.round() : heardIn(end.agreementNo());
    }

    /** The round in which an agreement was first heard of: proof may be repeated much later. */
    private int heardIn(String no) {
        return Stream.concat(
                        signed.stream().filter(proof -> proof.agreementNo().equals(no)),
                        ended.stream().filter(end -> end.agreementNo().equals(no)))
                .mapToInt(Signal::round)
                .min()
                .orElse(0);
    }

    private Stream<String> numbers() {
        return Stream.concat(
                        signed.stream().map(Signal.Signed::agreementNo),
                        ended.stream().map(Signal.Ended::agreementNo))
                .filter(no -> !no.isEmpty())
                .distinct();
    }

    /** Alipay's own times, on Alipay's clock: as texts they sort as times; empty if Alipay told none. */
    private String signTime(String no) {
        return latest(no, "sign_time");
    }

    private String lastTime(String no) {
        String signTime = signTime(no);
        String unsignTime = latest(no, "unsign_time");
        return signTime.compareTo(unsignTime) > 0 ? signTime : unsignTime;
    }

    private String latest(String no, String field) {
        return Stream.concat(
                        signed.stream()
                                .filter(proof -> proof.agreementNo().equals(no))
                                .map(Signal.Signed::fields),
                        ended.stream()
                                .filter(end -> end.agreementNo().equals(no))
                                .map(Signal.Ended::fields))
                .map(fields -> fields.get(field))
                .filter(Objects::nonNull)
                .max(String::compareTo)
                .orElse("");
    }

    /** Tells apart what differs in nothing else, in an order that is the same in every run. */
    private static String sorted(Map<String, String> fields) {
        return new TreeMap<>(fields).toString();
    }

    static <S extends Signal> List<S> only(Collection<? extends Signal> signals, Class<S> kind) {
        return signals.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
