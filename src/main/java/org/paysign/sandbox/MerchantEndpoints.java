package org.paysign.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The merchant's side: takes outcomes, keeps them before it says 200, and fails when told to. */
final class MerchantEndpoints {

    static final List<String> NAMES = List.of("success", "retry", "cancel", "ended");

    private static final Logger LOG = LoggerFactory.getLogger(MerchantEndpoints.class);

    private final Receipts receipts;
    private final @Nullable WebhookSignature signature;
    private final Clock clock;
    private final Map<String, Trouble> troubles = new TreeMap<>();

    MerchantEndpoints(Receipts receipts, @Nullable WebhookSignature signature, Clock clock) {
        this.receipts = receipts;
        this.signature = signature;
        this.clock = clock;
    }

    private record Trouble(int status, int next) {}

    /** The endpoint of one name; what it refuses it does not keep. */
    Endpoint named(String endpoint) {
        return call -> {
            var trouble = trouble(endpoint);
            if (trouble.isPresent()) {
                return Reply.error(trouble.get(), "The merchant is in trouble, as ordered");
            }
            if (signature != null && !signature.fits(call)) {
                return Reply.error(401, "webhook-signature does not fit");
            }
            return received(endpoint, call);
        };
    }

    private Reply received(String endpoint, Call call) {
        var body = call.json();
        if (body.isEmpty()) {
            return Reply.error(400, "The body must be a JSON object");
        }
        var said = StrictJson.text(body.get(), "id");
        var id = call.header("webhook-id").or(() -> said);
        if (id.isEmpty() || !id.equals(said.or(() -> id))) {
            return Reply.error(400, "webhook-id and the id of the body must be there and be the same");
        }
        receipts.add(
                new Receipts.Receipt(
                        endpoint,
                        id.get(),
                        StrictJson.text(body.get(), "type").orElse(null),
                        StrictJson.text(body.get(), "externalAgreementNo").orElse(null),
                        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(AlipayTime.inChina(clock.instant()))),
                call.body());
        LOG.info("The merchant got an outcome at {}", endpoint);
        return Reply.json(200, StrictJson.node().put("received", true));
    }

    /**
     * {@code GET /merchant/outcomes}, narrowed by {@code externalAgreementNo} and {@code afterSeq}; {@code last} takes the
     * newest ones of all only.
     */
    Reply outcomes(Call call) {
        var query = Form.decode(List.of(call.query()), StandardCharsets.UTF_8).orElse(Map.of("afterSeq", "?"));
        var last = query.getOrDefault("last", "");
        if (last.matches("[1-9]\\d{0,3}")) {
            return Reply.json(200, receipts.last(Integer.parseInt(last)));
        }
        var after = query.getOrDefault("afterSeq", "0");
        return after.matches("\\d{1,18}")
                ? Reply.json(200, receipts.after(Long.parseLong(after), query.get("externalAgreementNo")))
                : Reply.error(400, "afterSeq must be a number, and the query a form");
    }

    /** {@code POST {"endpoint": "success", "status": 503, "next": 2}}; next -1 is until cleared, 0 clears. */
    Reply setTrouble(Call call) {
        var body = call.json();
        var endpoint = body.flatMap(json -> StrictJson.text(json, "endpoint")).filter(NAMES::contains);
        var status = body.map(json -> json.path("status").asInt(503)).filter(code -> code >= 300 && code <= 599);
        var next = body.flatMap(Faults::count);
        if (endpoint.isEmpty() || status.isEmpty() || next.isEmpty()) {
            return Reply.error(
                    400,
                    "The body must be {endpoint, status, next}: endpoint one of " + String.join(", ", NAMES)
                            + ", status 300 to 599, next from -1 to " + Faults.MOST);
        }
        synchronized (troubles) {
            troubles.put(endpoint.get(), new Trouble(status.get(), next.get()));
        }
        return showTroubles(call);
    }

    Reply showTroubles(Call call) {
        synchronized (troubles) {
            return Reply.json(
                    200,
                    troubles.entrySet().stream()
                            .filter(trouble -> trouble.getValue().next() != 0)
                            .map(trouble -> StrictJson.node()
                                    .put("endpoint", trouble.getKey())
                                    .put("status", trouble.getValue().status())
                                    .put("next", trouble.getValue().next()))
                            .toList());
        }
    }

    private Optional<Integer> trouble(String endpoint) {
        synchronized (troubles) {
            var trouble = troubles.get(endpoint);
            if (trouble == null || trouble.next() == 0) {
                return Optional.empty();
            }
            if (trouble.next() > 0) {
                troubles.put(endpoint, new Trouble(trouble.status(), trouble.next() - 1));
            }
            return Optional.of(trouble.status());
        }
    }
}
