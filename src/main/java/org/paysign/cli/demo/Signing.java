package org.paysign.cli.demo;

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
        ObjectNode content = BackEnd.object();
        if (!effectTime.isEmpty()) {
            content.put("effect_time", effectTime);
        }
        Deal deal = new Deal(backEnd, trail).ask(content).customer(act, Deal.NO_NOTICE);
        if (!deal.resultStatus().equals(code)) {
            return new Ending("phone", "resultStatus " + deal.resultStatus());
        }
        return Ending.of(deal.relay().outcomes(1).path(0));
    }
}
