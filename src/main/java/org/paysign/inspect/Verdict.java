package org.paysign.inspect;

import java.util.Optional;
import org.paysign.merchant.KeyRing;

/**
 * How a trial ended.
 *
 * @param cause why the text is not good; empty if it is
 * @param ring the profile it belongs to, as far as that is known
 */
record Verdict(Optional<Cause> cause, Optional<KeyRing> ring) {

    static Verdict of(Cause cause, KeyRing ring) {
        return new Verdict(Optional.of(cause), Optional.of(ring));
    }

    @Override
    public String toString() {
        return "Verdict[]";
    }
}
