package org.paysign.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.paysign.agreement.AgreementKey;
import org.paysign.agreement.State;
import org.paysign.cli.RunningBundle;
import org.paysign.store.Agreement;
import org.paysign.store.Agreements;

/** One signing with a running bundle: a sign request, the customer's phone, and the result that is relayed. */
record Deal(RunningBundle bundle, String requestId, String number, String signStr) {

    static final ObjectMapper JSON = new ObjectMapper();

    static Deal open(RunningBundle bundle) throws Exception {
        return open(bundle, "{}");
    }

    static Deal open(RunningBundle bundle, String bizContent) throws Exception {
        String requestId = UUID.randomUUID().toString();
        JsonNode reply = bundle.reply(request(requestId, bizContent));
        if (!reply.has("signStr")) {
            throw new AssertionError("No signStr: " + reply);
        }
        return new Deal(
                bundle,
                requestId,
                reply.path("externalAgreementNo").asText(),
                reply.path("signStr").asText());
    }

    /** A deal whose signing was confirmed and told. */
    static Deal signed(RunningBundle bundle) throws Exception {
        Deal deal = open(bundle);
        deal.relay(deal.phone("sign"));
        if (!deal.outcome(1).path("endpoint").asText().equals("success")) {
            throw new AssertionError("Not signed: " + deal.outcome(1));
        }
        return deal;
    }

    /** Another signing under the same number. */
    Deal again() throws Exception {
        return open(bundle, "{\"external_agreement_no\":\"" + number + "\"}");
    }

    /** The customer ends it in Alipay, and the notice is lost. */
    void unsignInAlipay() throws Exception {
        JsonNode answer =
                bundle.post("/alipay/unsign", "{\"externalAgreementNo\":\"" + number + "\",\"notify\":\"lost\"}");
        if (!answer.path("status").asText().equals("UNSIGN")) {
            throw new AssertionError("Not unsigned: " + answer);
        }
    }

    static String request(String requestId, String bizContent) {
        return "{\"requestId\":\"" + requestId + "\",\"merchant\":\"demo\",\"bizContent\":" + bizContent + "}";
    }

    /** Does the act on the phone and gives what the mini program gets. */
    ObjectNode phone(String act) throws Exception {
        return (ObjectNode) bundle.phone(signStr, act);
    }

    /** Relays what a phone returned, for this agreement. */
    String relay(ObjectNode result) throws Exception {
        ObjectNode message = result.deepCopy().put("merchant", "demo").put("requestId", requestId);
        return bundle.send("paysign.sign.result", JSON.writeValueAsString(message));
    }

    /** Relays a code without any text. */
    String relay(String resultStatus) throws Exception {
        return relay(JSON.createObjectNode().put("resultStatus", resultStatus));
    }

    Agreement stored() {
        return bundle.bean("agreements", Agreements.class)
                .find(new AgreementKey("demo", number))
                .orElseThrow();
    }

    State state() {
        return stored().state();
    }

    /** Waits for the outcome with this count, from 1. */
    JsonNode outcome(int count) {
        return bundle.awaitOutcome(number, count);
    }
}
