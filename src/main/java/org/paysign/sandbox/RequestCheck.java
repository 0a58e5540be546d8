package org.paysign.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The protocol of Alipay's open gateway: parameters present, known, signed by the application, and in time. */
final class RequestCheck {

    private final List<FakeApp> apps;
    private final Clock clock;
    private final Duration skew;

    RequestCheck(List<FakeApp> apps, Clock clock, Duration skew) {
        this.apps = apps;
        this.clock = clock;
        this.skew = skew;
    }

    /** {@code age} is how old the timestamp may be; how far it may lie ahead is the skew. */
    Verdict check(Map<String, String> params, Set<String> methods, Duration age) {
        var app = app(params).orElse(null);
        var method = params.getOrDefault("method", "");
        if (method.isBlank()) {
            return new Verdict.Refused(app, Refusal.missing("method"));
        }
        if (!methods.contains(method)) {
            return new Verdict.Refused(app, Refusal.invalid("method"));
        }
        if (app == null) {
            var missing = params.getOrDefault("app_id", "").isBlank();
            return new Verdict.Refused(null, missing ? Refusal.missing("app-id") : Refusal.invalid("app-id"));
        }
        var timestamp = AlipayTime.parse(params.getOrDefault("timestamp", ""));
        var refusal = fault(app, params, timestamp.orElse(null), age);
        if (refusal.isPresent() || timestamp.isEmpty()) {
            return new Verdict.Refused(app, refusal.orElseGet(() -> Refusal.invalid("timestamp")));
        }
        return new Verdict.Accepted(app, params, timestamp.get());
    }

    /** The application named, or the only one there is when a world of one could not read the name. */
    @Nullable
    FakeApp named(Map<String, String> params) {
        return app(params).orElse(apps.size() == 1 ? apps.get(0) : null);
    }

    private Optional<FakeApp> app(Map<String, String> params) {
        var id = params.getOrDefault("app_id", "");
        return apps.stream().filter(app -> app.appId().equals(id)).findFirst();
    }

    private Optional<Refusal> fault(
            FakeApp app, Map<String, String> params, @Nullable Instant timestamp, Duration age) {
        var signType = params.getOrDefault("sign_type", "");
        var sign = params.getOrDefault("sign", "");
        var version = params.getOrDefault("version", "");
        if (signType.isBlank()) {
            return Optional.of(Refusal.missing("signature-type"));
        }
        if (!signType.equals(app.signType())) {
            return Optional.of(Refusal.invalid("signature-type"));
        }
        if (!params.getOrDefault("charset", "").equalsIgnoreCase(app.charset())) {
            return Optional.of(Refusal.invalid("charset"));
        }
        var certificate = app.certificateFault(params);
        if (certificate.isPresent()) {
            return certificate;
        }
        if (sign.isBlank()) {
            return Optional.of(Refusal.missing("signature"));
        }
        if (!app.signed(SignText.ofRequest(params), sign)) {
            return Optional.of(Refusal.invalid("signature"));
        }
        if (version.isBlank()) {
            return Optional.of(Refusal.missing("version"));
        }
        if (!version.equals("1.0")) {
            return Optional.of(Refusal.invalid("version"));
        }
        if (!params.getOrDefault("format", "JSON").equalsIgnoreCase("JSON")) {
            return Optional.of(Refusal.invalid("format"));
        }
        if (params.getOrDefault("timestamp", "").isBlank()) {
            return Optional.of(Refusal.missing("timestamp"));
        }
        return inTime(timestamp, age) ? Optional.empty() : Optional.of(Refusal.invalid("timestamp"));
    }

    private boolean inTime(@Nullable Instant timestamp, Duration age) {
        var now = clock.instant();
        return timestamp != null && !timestamp.isBefore(now.minus(age)) && !timestamp.isAfter(now.plus(skew));
    }
}
