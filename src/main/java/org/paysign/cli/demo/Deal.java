package org.paysign.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/** One agreement number and what back end and customer do about it, step by step; for one thread. */
final class Deal {

    /** What becomes of Alipay's notice: nothing, so that it cannot be faster than a question. */
    static final String NO_NOTICE = "lost";

    private final BackEnd backEnd;
    private final Trail trail;
    private final String merchant;
    private int requests;
    private String requestId = "";
    private String signStr = "";
    private JsonNode result = BackEnd.object();

    Deal(BackEnd backEnd, Trail trail) {
        this(backEnd, trail, Conversations.MERCHANT);
    }

    Deal(BackEnd backEnd, Trail trail, String merchant) {
        this.backEnd = backEnd;
        this.trail = trail;
        this.merchant = merchant;
    }

    /** Gets a signStr, each time under another requestId; the trail begins after the first. */
    Deal ask() throws Exception {
        return ask(BackEnd.object());
    }

    /** Gets a signStr for this content and the number of the deal. */
    Deal ask(ObjectNode content) throws Exception {
        requests++;
        requestId = requests == 1 ? trail.id() : trail.id() + "-" + requests;
        content.put("external_agreement_no", trail.id());
        JsonNode reply = BackEnd.read(backEnd.ask(trail.id(), Conversations.request(requestId, merchant, content)));
        signStr = reply.path("signStr").asText();
        if (requests == 1) {
            trail.begin();
        }
        return this;
    }

    /** Has the customer do something with the last signStr. */
    Deal customer(String act, String notify) throws Exception {
        return customer(act, notify, Map.of());
    }

    /** Has the customer do something, with more to the order. */
    Deal customer(String act, String notify, Map<String, ?> more) throws Exception {
        Map<String, Object> order = new HashMap<>(more);
        order.putAll(Map.of("signStr", signStr, "act", act, "notify", notify));
        result = backEnd.outside().phone(order);
        return this;
    }

    /** What the phone returned as {@code resultStatus}; empty when it is silent. */
    String resultStatus() {
        return result.path("resultStatus").asText();
    }

    /** Relays what the phone returned. */
    Deal relay() {
        return relay(result.path("result").asText());
    }

    /** Relays the code the phone returned, with another text. */
    Deal relay(String text) {
        backEnd.send(
                BackEnd.RESULT,
                trail.id(),
                BackEnd.object()
                        .put("merchant", merchant)
                        .put("requestId", requestId)
                        .put("resultStatus", resultStatus())
                        .put("result", text)
                        .toString());
        return this;
    }

    /** The agreement signed and the merchant told so, by its phone alone. */
    Deal signed() throws Exception {
        ask().customer("sign", NO_NOTICE).relay().outcomes(1);
        return this;
    }

    /** Ends the agreement in Alipay's app. */
    Deal end(String notify) throws Exception {
        backEnd.outside().unsign(trail.id(), notify);
        return this;
    }

    /** Asks PaySign to end the agreement and returns the reply as it came. */
    String unsign() throws Exception {
        ObjectNode request = BackEnd.object()
                .put("requestId", trail.id() + "-unsign")
                .put("merchant", merchant)
                .put("externalAgreementNo", trail.id());
        return backEnd.ask(BackEnd.UNSIGN, trail.id(), request);
    }

    /** Waits until a notice was sent this often and answered so. */
    Deal answered(String answer, int sends) throws Exception {
        backEnd.outside().answered(trail.id(), answer, sends);
        return this;
    }

    /** What the merchant's endpoints got, once they got this many. */
    JsonNode outcomes(int count) throws Exception {
        return BackEnd.read(backEnd.outside().receipts(trail.id(), count));
    }
}
