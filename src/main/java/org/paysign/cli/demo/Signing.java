package org.paysign.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The whole loop: a sign request, the customer's act, the result relayed, and the merchant's endpoint that is told.
 *
 * @param act what the customer and the phone do
 * @param code the resultStatus that the phone must return for it
 * @param effectTime seconds the customer may sign; empty for the usual day
 */
record Signing(String act, String code, String effectTime) implements Scenario.Play {

    static final String USUAL = "";
    /** Time enough to sign in, and soon over. */
    static final String SHORT = "4";

    @Override
    public Ending play(BackEnd backEnd, Trail trail) throws Exception {
        ObjectNode content = BackEnd.object().put("external_agreement_no", trail.id());
        if (!effectTime.isEmpty()) {
            content.put("effect_time", effectTime);
        }
        JsonNode reply = BackEnd.read(backEnd.ask(trail.id(), Conversations.request(trail.id(), content)));
        JsonNode result = backEnd.phone(reply.path("signStr").asText(), act);
        if (!result.path("resultStatus").asText().equals(code)) {
            return new Ending(
                    "phone", "resultStatus " + result.path("resultStatus").asText());
        }
        backEnd.send(
                BackEnd.RESULT,
                trail.id(),
                BackEnd.object()
                        .put("merchant", Conversations.MERCHANT)
                        .put("requestId", trail.id())
                        .put("resultStatus", code)
                        .put("result", result.path("result").asText())
                        .toString());
        return Ending.of(BackEnd.read(backEnd.receipts(trail.id())).path(0));
    }
}
