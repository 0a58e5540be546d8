package org.paysign.inspect;

import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.paysign.merchant.KeyRing;

/** Finds the one cause by proof: only what makes the signature fit is named, or what is plain to see. */
final class Trial {

    private final Keys keys = new Keys();
    private final List<KeyRing> rings;
    private final String merchant;
    private final Clock clock;

    Trial(List<KeyRing> rings, String merchant, Clock clock) {
        this.rings = rings;
        this.merchant = merchant;
        this.clock = clock;
    }

    Verdict judge(Subject subject, Map<String, Cause> views) {
        if (subject.kind() == Kind.SIGN_REQUEST) {
            return new Verdict(
                    Optional.empty(),
                    rings.stream()
                            .filter(ring -> ring.merchant().equals(subject.about("merchant")))
                            .findFirst());
        }
        List<KeyRing> own = own(subject);
        return settled(subject, own)
                .or(() -> views.entrySet().stream()
                        .flatMap(view -> Reader.read(view.getKey()).stream()
                                .flatMap(read -> fitting(read, own(read)).stream())
                                .map(ring -> Verdict.of(view.getValue(), ring)))
                        .findFirst())
                .or(() -> mistaken(subject, own))
                .or(() -> new OtherKeys(keys, rings).judge(subject, own))
                .orElseGet(() -> plain(subject, own));
    }

    /** The profiles it may belong to: those of its app_id, or all if it names none. */
    private List<KeyRing> own(Subject subject) {
        String app = subject.about("app_id");
        return rings.stream()
                .filter(ring -> merchant.isEmpty()
                        ? app.isEmpty() || ring.profile().appId().equals(app)
                        : ring.merchant().equals(merchant))
                .toList();
    }

    /** What is known without looking for mistakes. */
    private Optional<Verdict> settled(Subject subject, List<KeyRing> own) {
        Optional<KeyRing> pasted = own.stream().filter(KeyRing::isAppKeyPasted).findFirst();
        if (subject.kind().isAlipays() && own.size() == 1 && pasted.isPresent()) {
            return Optional.of(Verdict.of(Cause.APP_KEY_AS_ALIPAY_KEY, pasted.get()));
        }
        return fitting(subject, own)
                .map(ring -> new Verdict(new Afterwards(clock).cause(subject, ring), Optional.of(ring)));
    }

    private Optional<KeyRing> fitting(Subject subject, List<KeyRing> among) {
        return among.stream()
                .filter(ring -> subject.right().stream()
                        .anyMatch(attempt -> keys.verifies(attempt, ring, Keys.expected(subject, ring))))
                .findFirst();
    }

    private Optional<Verdict> mistaken(Subject subject, List<KeyRing> own) {
        return own.stream()
                .flatMap(ring -> subject.wrong().stream()
                        .filter(attempt -> keys.verifies(attempt, ring, Keys.expected(subject, ring)))
                        .flatMap(attempt -> attempt.cause().stream())
                        .map(cause -> Verdict.of(cause, ring)))
                .findFirst();
    }

    /** What can be seen by looking at it; else nothing is known but that it does not fit. */
    private Verdict plain(Subject subject, List<KeyRing> own) {
        Optional<KeyRing> ring = own.size() == 1 ? Optional.of(own.get(0)) : Optional.empty();
        return new Verdict(Optional.of(seen(subject, own)), ring);
    }

    private Cause seen(Subject subject, List<KeyRing> own) {
        if (subject.signature().isEmpty()) {
            return Cause.MISSING_SIGNATURE;
        }
        if (own.isEmpty()) {
            return Cause.NO_PROFILE;
        }
        if (own.stream().allMatch(ring -> (subject.kind().isAlipays() ? ring.alipay() : ring.app()).isEmpty())) {
            return Cause.NO_KEY;
        }
        if (own.stream().allMatch(ring -> Keys.expected(subject, ring).isEmpty())) {
            return Cause.UNKNOWN_CERTIFICATE;
        }
        byte[] signature;
        try {
            signature = Base64.getDecoder().decode(subject.signature());
        } catch (IllegalArgumentException notBase64) {
            return Cause.SIGNATURE_NOT_BASE64;
        }
        boolean sized = own.stream()
                .flatMap(ring -> Keys.expected(subject, ring).stream())
                .anyMatch(key -> key.bits() == 0 || key.bits() == signature.length * 8);
        return sized ? Cause.CHANGED : Cause.SIGNATURE_LENGTH;
    }
}
