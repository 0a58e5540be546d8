package org.paysign.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Alipay's open gateway, {@code POST /gateway.do}: checks, answers signed, and misbehaves when told to. */
final class FakeAlipay implements Endpoint {

    private static final Logger LOG = LoggerFactory.getLogger(FakeAlipay.class);
    private static final String FORM = "application/x-www-form-urlencoded";

    private final RequestCheck check;
    private final AgreementMethods methods;
    private final Faults faults;
    private final WorldSettings settings;

    FakeAlipay(RequestCheck check, AgreementMethods methods, Faults faults, WorldSettings settings) {
        this.check = check;
        this.methods = methods;
        this.faults = faults;
        this.settings = settings;
    }

    @Override
    public Reply answer(Call call) {
        var fault = faults.take();
        if (fault.isEmpty()) {
            return sent(call, methods::answer, Function.identity());
        }
        LOG.info("Alipay misbehaves: {}", fault.get().wireName());
        return switch (fault.get()) {
            case TIMEOUT -> new Reply.Held(sent(call, methods::answer, Function.identity()), settings.hold());
            case HTTP500 -> new Reply.Text(500, "text/html", StandardCharsets.UTF_8, "<h1>Internal Server Error</h1>");
            case SYSTEM_ERROR -> sent(call, request -> systemError(), Function.identity());
            case CALL_LIMITED -> sent(call, request -> Refusal.tooManyCalls().node(), Function.identity());
            case BAD_SIGNATURE -> sent(call, methods::answer, Envelope::damaged);
            case RESET -> new Reply.Cut();
        };
    }

    private Reply.Text sent(
            Call call, Function<Verdict.Accepted, ObjectNode> business, Function<Envelope, Envelope> onTheWay) {
        var params = params(call);
        var verdict = params.map(this::checked)
                .orElseGet(() -> new Verdict.Refused(check.named(Map.of()), Refusal.invalid("parameter")));
        var node = verdict instanceof Verdict.Accepted accepted
                ? business.apply(accepted)
                : ((Verdict.Refused) verdict).why().node();
        var method = params.map(fields -> fields.getOrDefault("method", "")).filter(AgreementMethods.NAMES::contains);
        LOG.info("Alipay answers {}: {} {}", method.orElse("?"), node.path("code"), node.path("sub_code"));
        var name = method.map(known -> known.replace('.', '_') + "_response").orElse("error_response");
        var app = verdict.app();
        return new Reply.Text(
                200,
                "text/html",
                app == null ? StandardCharsets.UTF_8 : app.encoding(),
                onTheWay.apply(Envelope.of(app, name, node)).text());
    }

    private Verdict checked(Map<String, String> params) {
        return check.check(params, AgreementMethods.NAMES, settings.skew());
    }

    /** From the query and the body alike; empty when they are no form or say something twice. */
    private static Optional<Map<String, String>> params(Call call) {
        var type = call.header("Content-Type").orElse(FORM).split(";", 2)[0].strip();
        var parts = List.of(call.query(), new String(call.body(), StandardCharsets.ISO_8859_1));
        return type.equalsIgnoreCase(FORM) ? Form.decode(parts, Form.charset(parts)) : Optional.empty();
    }

    private static ObjectNode systemError() {
        return Refusal.business("SYSTEM_ERROR", "The system is busy").node();
    }
}
