package org.paysign.inspect;

import java.util.List;
import java.util.Optional;
import org.paysign.merchant.KeyRing;
import org.paysign.merchant.RingKey;
import org.paysign.signature.SignType;

/** Looks for a key, of those that are configured, with which the text as it is would be good. */
final class OtherKeys {

    private final Keys keys;
    private final List<KeyRing> rings;

    OtherKeys(Keys keys, List<KeyRing> rings) {
        this.keys = keys;
        this.rings = rings;
    }

    Optional<Verdict> judge(Subject subject, List<KeyRing> own) {
        for (KeyRing ring : own) {
            for (RingKey key : Keys.expected(subject, ring)) {
                if (fits(subject, ring, key, SignType.RSA) || fits(subject, ring, key, SignType.RSA2)) {
                    return Optional.of(Verdict.of(Cause.SIGN_TYPE_MISMATCH, ring));
                }
            }
        }
        for (KeyRing ring : rings) {
            boolean stranger = !own.contains(ring);
            if (stranger
                    && (any(subject, ring, Keys.expected(subject, ring))
                            || (!own.isEmpty() && any(renamed(subject, ring), ring, Keys.expected(subject, ring))))) {
                return Optional.of(Verdict.of(Cause.OTHER_MERCHANT, ring));
            }
        }
        for (KeyRing ring : own) {
            if (any(subject, ring, ring.app())) {
                return Optional.of(
                        Verdict.of(subject.kind().isAlipays() ? Cause.SIGNED_BY_APP : Cause.KEY_NOT_IN_PAIR, ring));
            }
        }
        return Optional.empty();
    }

    private boolean any(Subject subject, KeyRing ring, List<RingKey> among) {
        return subject.right().stream().anyMatch(attempt -> keys.verifies(attempt, ring, among));
    }

    private boolean fits(Subject subject, KeyRing ring, RingKey key, SignType type) {
        return subject.right().stream().anyMatch(attempt -> keys.verifies(attempt, ring, key, type));
    }

    /** As if it had been signed for the other app, and its app_id put in afterwards. */
    private static Subject renamed(Subject subject, KeyRing ring) {
        String app = "app_id=" + subject.about("app_id");
        List<Attempt> right = subject.right().stream()
                .map(attempt -> attempt.withContent(content ->
                        content.replace(app, "app_id=" + ring.profile().appId())))
                .toList();
        return new Subject(subject.kind(), subject.about(), right, List.of(), subject.shown());
    }
}
