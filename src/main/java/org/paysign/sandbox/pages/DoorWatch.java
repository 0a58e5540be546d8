package org.paysign.sandbox.pages;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.paysign.sandbox.Call;
import org.paysign.sandbox.Reply;
import org.paysign.sandbox.Witness;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the journal what happens in the outside world: at Alipay, on the phone, at the merchant's endpoints. */
record DoorWatch(Journal journal, Supplier<Books> books) implements Witness {

    private static final Logger LOG = LoggerFactory.getLogger(DoorWatch.class);
    private static final Pattern NUMBER = Pattern.compile("\"external_agreement_no\":\"([^\"]{1,64})\"");

    @Override
    public void saw(String path, Call call, Reply reply) {
        try {
            if (path.equals("/gateway.do")) {
                gateway(call, reply);
            } else if (path.equals("/phone/paySignCenter")) {
                call.json().ifPresent(order -> phone(order, reply));
            } else if (path.equals("/alipay/unsign")) {
                call.json()
                        .ifPresent(order -> journal.add(
                                order.path("externalAgreementNo").asText(),
                                "ended",
                                Json.object().put("by", "customer")));
            } else if (path.matches("/merchant/(success|retry|cancel|ended)")) {
                call.json().ifPresent(body -> told(path.substring(path.lastIndexOf('/') + 1), body, reply));
            }
        } catch (RuntimeException unseen) {
            LOG.warn(
                    "The journey misses a step at {}: {}",
                    path,
                    unseen.getClass().getSimpleName());
        }
    }

    private void gateway(Call call, Reply reply) {
        var form = Query.of(call.query() + "&" + new String(call.body(), StandardCharsets.ISO_8859_1));
        var asked = Json.read(form.getOrDefault("biz_content", "")).orElseGet(Json::object);
        var answer = answer(reply);
        number(asked, answer).ifPresent(number -> {
            var data =
                    Json.object().put("method", form.getOrDefault("method", "")).put("trouble", trouble(reply));
            data.set("asked", Masked.node(asked));
            data.set("answer", Masked.node(answer));
            journal.add(number, "alipay", data);
        });
    }

    private Optional<String> number(ObjectNode asked, ObjectNode answer) {
        return text(asked, "external_agreement_no")
                .or(() -> text(answer, "external_agreement_no"))
                .or(() -> text(asked, "agreement_no").flatMap(books.get()::numberOf));
    }

    private static Optional<String> text(ObjectNode object, String name) {
        return Optional.ofNullable(object.path(name).textValue());
    }

    /** The node inside the answer, whatever it is called. */
    private static ObjectNode answer(Reply reply) {
        var sent = reply instanceof Reply.Held held ? held.answer() : reply;
        return sent instanceof Reply.Text text
                ? Json.read(text.body())
                        .flatMap(whole -> whole.properties().stream()
                                .filter(member -> member.getKey().endsWith("_response"))
                                .map(member -> (ObjectNode) member.getValue())
                                .findFirst())
                        .orElseGet(Json::object)
                : Json.object();
    }

    private static String trouble(Reply reply) {
        if (reply instanceof Reply.Held) {
            return "timeout";
        }
        if (reply instanceof Reply.Cut) {
            return "reset";
        }
        return reply instanceof Reply.Text text && text.status() != 200 ? "http" + text.status() : "";
    }

    private void phone(ObjectNode order, Reply reply) {
        if (!(reply instanceof Reply.Text text) || text.status() != 200) {
            return;
        }
        var found = NUMBER.matcher(twiceDecoded(order.path("signStr").asText()));
        if (found.find()) {
            journal.add(
                    found.group(1),
                    "phone",
                    Json.object()
                            .put("act", order.path("act").asText("sign"))
                            .put("notify", order.path("notify").asText("on"))
                            .put(
                                    "resultStatus",
                                    Json.read(text.body())
                                            .map(result ->
                                                    result.path("resultStatus").asText())
                                            .orElse("")));
        }
    }

    private static String twiceDecoded(String signStr) {
        try {
            return URLDecoder.decode(URLDecoder.decode(signStr, StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return "";
        }
    }

    private void told(String endpoint, ObjectNode body, Reply reply) {
        var data = Json.object()
                .put("endpoint", endpoint)
                .put("status", reply instanceof Reply.Text text ? text.status() : 0);
        data.set("message", Masked.node(body));
        text(body, "externalAgreementNo").ifPresent(number -> journal.add(number, "outcome", data));
    }
}
