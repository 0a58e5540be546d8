package org.paysign.monitoring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.paysign.merchant.Merchant;
import org.paysign.merchant.Merchants;

/** Answers about one merchant, by the profile that is in force when it is asked. */
final class MerchantDesk implements MerchantMXBean {

    /** Bare keys do not end; a number, so that consoles can compare. */
    private static final long FOR_EVER = 1_000_000;

    private final String name;
    private final Merchants merchants;
    private final Census census;
    private final Clock clock;

    MerchantDesk(String name, Merchants merchants, Census census, Clock clock) {
        this.name = name;
        this.merchants = merchants;
        this.census = census;
        this.clock = clock;
    }

    private Merchant merchant() {
        return merchants.get(name);
    }

    @Override
    public String getAppId() {
        return merchant().appId();
    }

    @Override
    public String getSignType() {
        return merchant().signType().name();
    }

    @Override
    public String getGateway() {
        return merchant().gateway().toString();
    }

    @Override
    public Map<String, String> getCertificateEnds() {
        Map<String, String> ends = new TreeMap<>();
        new MerchantEnds(merchant()).first().forEach((setting, end) -> ends.put(setting, end.toString()));
        return ends;
    }

    @Override
    public long getDaysLeft() {
        Instant now = clock.instant();
        return merchant().expiries().stream()
                .mapToLong(expiry ->
                        Math.floorDiv(Duration.between(now, expiry.ends()).toSeconds(), 86_400L))
                .min()
                .orElse(FOR_EVER);
    }

    @Override
    public Map<String, Long> getAgreements() {
        Map<String, Long> states = new TreeMap<>();
        census.counts().of(name).forEach((state, count) -> states.put(state.name(), count));
        return states;
    }
}
