package org.paysign.monitoring;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.paysign.signature.Rsa;
import org.paysign.store.Counts;

/** What PaySign looks at to say how it is; each answers within seconds, whatever is away. */
public final class Checks {

    private final Census census;
    private final GatewayWatch gateways;
    private final MerchantKeys keys;
    private final Limits limits;

    public Checks(Census census, GatewayWatch gateways, MerchantKeys keys, Limits limits) {
        this.census = census;
        this.gateways = gateways;
        this.keys = keys;
        this.limits = limits;
    }

    List<Check> all() {
        return List.of(
                new Check("paysign-database", true, this::database),
                new Check("paysign-broker", true, this::broker),
                new Check("paysign-unknown", false, this::unknown),
                new Check("paysign-outbox", false, this::outbox),
                new Check("paysign-gateways", false, this::gateways),
                new Check("paysign-certificates", false, this::certificates),
                new Check("paysign-signature", false, this::signature));
    }

    private void database(HealthCheckResultBuilder result) {
        census.counts();
        result.up();
    }

    private void broker(HealthCheckResultBuilder result) {
        census.broker();
        result.up();
    }

    private void unknown(HealthCheckResultBuilder result) {
        age(result, census.counts().oldestUnknown(), limits.unknown(), "An agreement has been UNKNOWN for too long");
    }

    private void outbox(HealthCheckResultBuilder result) {
        Counts counts = census.counts();
        result.detail("pending", counts.outcomes("PENDING")).detail("parked", counts.outcomes("PARKED"));
        age(result, counts.oldestPending(), limits.outcome(), "An outcome has waited for its endpoint for too long");
    }

    private static void age(HealthCheckResultBuilder result, Duration age, Duration most, String sentence) {
        result.detail("oldestSeconds", age.toSeconds()).detail("limitSeconds", most.toSeconds());
        state(result, age.compareTo(most) <= 0, sentence);
    }

    private void gateways(HealthCheckResultBuilder result) {
        Map<String, GatewayWatch.Line> lines = gateways.lines();
        lines.forEach((merchant, line) -> result.detail(
                merchant, (line.failures() == 0 ? "answered at " : line.failures() + " failures up to ") + line.at()));
        state(
                result,
                lines.values().stream().noneMatch(GatewayWatch.Line::inTrouble),
                "Alipay's gateway has not answered the last calls");
    }

    private void certificates(HealthCheckResultBuilder result) {
        keys.ends().forEach((name, end) -> result.detail(name, end.toString()));
        state(result, !keys.within(limits.certificate()), "A certificate has to be replaced");
    }

    /** Slower without the native library, and none the worse. */
    private void signature(HealthCheckResultBuilder result) {
        Rsa rsa = keys.rsa();
        result.detail("provider", rsa.provider()).detail("native", rsa.isNative());
        if (!rsa.whyNot().isEmpty()) {
            result.detail("whyNotNative", rsa.whyNot());
        }
        result.up();
    }

    private static void state(HealthCheckResultBuilder result, boolean good, String sentence) {
        if (good) {
            result.up();
        } else {
            result.detail(HealthPages.MESSAGE, sentence).down();
        }
    }
}
