package org.paysign.cli.doctor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.paysign.merchant.KeyRing;
import org.paysign.merchant.RingKey;

/** Whether a merchant's profile can be run with, and how long its certificates hold. */
public record MerchantLook(Clock clock) {

    private static final Duration SOON = Duration.ofDays(30);

    /** Looks at the keys that were read. */
    public List<Finding> at(KeyRing ring) {
        String name = "merchant " + ring.merchant();
        if (ring.fault().isPresent()) {
            return List.of(Finding.fail(name, ring.fault().get(), "paysign keys show tells of its keys."));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(
                Finding.ok(name, "profile and keys are whole, " + ring.profile().type()));
        Stream.concat(ring.app().stream(), ring.alipay().stream())
                .flatMap(key -> key.ends().stream().map(ends -> end(name, key, ends)))
                .forEach(findings::add);
        return findings;
    }

    private Finding end(String merchant, RingKey key, Instant ends) {
        String name = merchant + " " + key.setting();
        return Duration.between(clock.instant(), ends).compareTo(SOON) < 0
                ? Finding.warn(
                        name,
                        "ends on " + ends,
                        "Download the new one from Alipay's console, add it, and call reloadMerchants.")
                : Finding.ok(name, "holds until " + ends);
    }

    @Override
    public String toString() {
        return "MerchantLook[]";
    }
}
