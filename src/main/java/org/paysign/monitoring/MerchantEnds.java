package org.paysign.monitoring;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.paysign.merchant.Merchant;

/**
 * When a merchant's certificates end.
 *
 * @param merchant the profile that names them
 */
record MerchantEnds(Merchant merchant) {

    /** The first end by the key of the profile that names the files; empty for bare keys, which do not end. */
    Map<String, Instant> first() {
        Map<String, Instant> ends = new TreeMap<>();
        merchant.expiries()
                .forEach(expiry ->
                        ends.merge(expiry.setting(), expiry.ends(), (one, other) -> one.isBefore(other) ? one : other));
        return ends;
    }

    @Override
    public String toString() {
        return "MerchantEnds[]";
    }
}
