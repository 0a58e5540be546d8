package org.paysign.sandbox.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.paysign.sandbox.Call;
import org.paysign.sandbox.Reply;

/** What the mini program asks its merchant's back end for. Numbers are made here, as a merchant would. */
final class ShopDesk {

    private static final int NUMBER_LENGTH = 20;

    private final Shop shop;

    ShopDesk(Shop shop) {
        this.shop = shop;
    }

    /** {@code POST {"merchant", "clientVersion", "bizContent"}}: the sign reply, or the error reply, as it came. */
    Reply sign(Call call) {
        return with(call, List.of("merchant"), body -> {
            var number = number();
            var request = Json.object()
                    .put("requestId", number)
                    .put("merchant", body.path("merchant").asText());
            if (body.path("clientVersion").isTextual()) {
                request.put("clientVersion", body.path("clientVersion").asText());
            }
            var content = body.path("bizContent").isObject()
                    ? (ObjectNode) body.path("bizContent").deepCopy()
                    : Json.object();
            request.set("bizContent", content.put("external_agreement_no", number));
            return replied(() -> shop.sign(number, request));
        });
    }

    /** {@code POST {"merchant", "requestId", "resultStatus", "result"}}: relayed untouched. */
    Reply result(Call call) {
        return with(call, List.of("merchant", "requestId", "resultStatus"), body -> {
            shop.relay(body.path("requestId").asText(), body);
            return Reply.json(202, Json.object().put("relayed", true));
        });
    }

    /** {@code POST {"merchant", "externalAgreementNo"}}: the unsign reply as it came. */
    Reply unsign(Call call) {
        return with(call, List.of("merchant", "externalAgreementNo"), body -> {
            var request = Json.object().put("requestId", "end-" + number());
            List.of("merchant", "externalAgreementNo").forEach(name -> request.set(name, body.path(name)));
            return replied(() -> shop.unsign(body.path("externalAgreementNo").asText(), request));
        });
    }

    /** Letters and digits, as Alipay wants them. */
    static String number() {
        return "S" + UUID.randomUUID().toString().replace("-", "").substring(0, NUMBER_LENGTH);
    }

    private static Reply replied(Supplier<Optional<String>> asked) {
        return asked.get()
                .<Reply>map(reply -> new Reply.Text(200, "application/json", StandardCharsets.UTF_8, reply))
                .orElseGet(() -> Reply.error(504, "PaySign has not replied: is it still starting?"));
    }

    private static Reply with(Call call, List<String> texts, Step step) {
        var body = call.json();
        return body.isPresent() && texts.stream().map(body.get()::path).allMatch(JsonNode::isTextual)
                ? step.take(body.get())
                : Reply.error(400, "The body must be a JSON object with the texts " + String.join(", ", texts));
    }

    private interface Step {
        Reply take(ObjectNode body);
    }
}
