package org.paysign.monitoring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.paysign.merchant.MerchantDirectory;

/** When the certificates of all merchants end; safe for use by several threads. */
public final class CertificateEnds {

    private final MerchantDirectory merchants;
    private final Clock clock;

    public CertificateEnds(MerchantDirectory merchants, Clock clock) {
        this.merchants = merchants;
        this.clock = clock;
    }

    /** By merchant and key of its profile. */
    Map<String, Instant> all() {
        Map<String, Instant> ends = new TreeMap<>();
        merchants.all().forEach(merchant -> new MerchantEnds(merchant)
                .first()
                .forEach((setting, end) -> ends.put(merchant.name() + " " + setting, end)));
        return ends;
    }

    /** Whether one of them ends within this time, or has ended. */
    boolean within(Duration time) {
        Instant limit = clock.instant().plus(time);
        return all().values().stream().anyMatch(end -> !end.isAfter(limit));
    }
}
