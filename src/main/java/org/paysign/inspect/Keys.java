package org.paysign.inspect;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.paysign.merchant.KeyRing;
import org.paysign.merchant.RingKey;
import org.paysign.signature.SignType;
import org.paysign.signature.Verifier;

/** Tries signatures with keys of the configuration. One thread at a time. */
final class Keys {

    private final Map<String, Verifier> verifiers = new HashMap<>();

    boolean verifies(Attempt attempt, KeyRing ring, List<RingKey> keys) {
        return keys.stream()
                .anyMatch(key -> verifies(attempt, ring, key, ring.profile().type()));
    }

    boolean verifies(Attempt attempt, KeyRing ring, RingKey key, SignType type) {
        if (attempt.signature().isEmpty() || attempt.content().isEmpty()) {
            return false;
        }
        Charset charset = attempt.charset().orElse(ring.profile().charset());
        return verifiers
                .computeIfAbsent(key.bare() + type + charset, name -> key.verifier(type, charset))
                .verify(attempt.content(), attempt.signature());
    }

    /** The keys that have to fit: Alipay's, or what Alipay knows of the app, its certificate before its bare key. */
    static List<RingKey> expected(Subject subject, KeyRing ring) {
        if (!subject.kind().isAlipays()) {
            return ring.app().isEmpty()
                    ? List.of()
                    : List.of(ring.app().get(ring.app().size() - 1));
        }
        String serial = subject.about("alipay_cert_sn");
        boolean named = !serial.isEmpty()
                && ring.alipay().stream().anyMatch(key -> key.serial().isPresent());
        return named
                ? ring.alipay().stream()
                        .filter(key -> key.serial().orElse("").equals(serial))
                        .toList()
                : ring.alipay();
    }
}
