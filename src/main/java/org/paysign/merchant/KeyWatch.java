package org.paysign.merchant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log which certificates end soon; safe for use by several threads. */
public final class KeyWatch {

    private static final Logger LOG = LoggerFactory.getLogger(KeyWatch.class);
    private static final Duration SOON = Duration.ofDays(30);
    private static final Duration VERY_SOON = Duration.ofDays(7);

    private final MerchantDirectory merchants;
    private final Clock clock;

    public KeyWatch(MerchantDirectory merchants, Clock clock) {
        this.merchants = merchants;
        this.clock = clock;
    }

    /** Warns of what ends within 30 days; within 7 days, or when it has ended, that is an error. */
    public void watch() {
        report(merchants.all(), clock.instant());
    }

    static void report(Collection<Merchant> merchants, Instant now) {
        for (Merchant merchant : merchants) {
            merchant.expiries().forEach(expiry -> report(expiry, now));
        }
    }

    private static void report(KeyExpiry expiry, Instant now) {
        Duration left = Duration.between(now, expiry.ends());
        if (left.compareTo(VERY_SOON) < 0) {
            LOG.error("{}", expiry.sentence(left.isNegative()));
        } else if (left.compareTo(SOON) < 0) {
            LOG.warn("{}", expiry.sentence(false));
        }
    }
}
