package org.paysign.monitoring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.paysign.merchant.MerchantDirectory;
import org.paysign.signature.Rsa;

/** What the keys of all merchants are used with, and when their certificates end; safe for use by several threads. */
public final class MerchantKeys {

    private final MerchantDirectory merchants;
    private final Clock clock;

    public MerchantKeys(MerchantDirectory merchants, Clock clock) {
        this.merchants = merchants;
        this.clock = clock;
    }

    /** Ends by merchant and key of its profile. */
    Map<String, Instant> ends() {
        Map<String, Instant> ends = new TreeMap<>();
        merchants.all().forEach(merchant -> new MerchantEnds(merchant)
                .first()
                .forEach((setting, end) -> ends.put(merchant.name() + " " + setting, end)));
        return ends;
    }

    /** Who signs and verifies. */
    Rsa rsa() {
        return merchants.rsa();
    }

    /** Whether a certificate ends within this time, or has ended. */
    boolean within(Duration time) {
        Instant limit = clock.instant().plus(time);
        return ends().values().stream().anyMatch(end -> !end.isAfter(limit));
    }
}
