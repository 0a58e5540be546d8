package org.paysign.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What Alipay's signing page shows for a signStr, {@code POST {"signStr", "sent"}}: what the customer is asked to agree to,
 * or what Alipay says instead. Either way with a developer's report of how the signStr reads; {@code sent} is the signStr
 * as the back end made it, if somebody wants to see what became of it on the way.
 */
final class SigningPage implements Endpoint {

    private final Opening opening;
    private final Diagnosis diagnosis;

    SigningPage(Opening opening, Diagnosis diagnosis) {
        this.opening = opening;
        this.diagnosis = diagnosis;
    }

    @Override
    public Reply answer(Call call) {
        var body = call.json();
        var signStr = body.flatMap(json -> StrictJson.text(json, "signStr"));
        if (body.isEmpty() || signStr.isEmpty()) {
            return Reply.error(400, "The body must be a JSON object with the text signStr");
        }
        var page = StrictJson.node();
        var opened = opening.of(signStr.get());
        if (opened instanceof Opened.Page shown) {
            page.set("shown", shown(shown));
        } else {
            page.set("refused", ((Opened.Refused) opened).verdict().why().node());
        }
        page.set("report", diagnosis.of(signStr.get(), StrictJson.text(body.get(), "sent")));
        return Reply.json(200, page);
    }

    private static ObjectNode shown(Opened.Page page) {
        var content = page.content();
        var shown = StrictJson.node()
                .put("merchant", page.request().app().merchant())
                .put("appId", page.request().app().appId())
                .put("product", content.product())
                .put("scene", content.scene())
                .put("externalAgreementNo", content.external())
                .put(
                        "logonId",
                        Customer.masked(content.biz().path("external_logon_id").asText()))
                .put("validity", content.validity())
                .put(
                        "closesAt",
                        AlipayTime.format(
                                page.request().timestamp().plus(content.window().orElse(PageSign.WINDOW))));
        shown.set("rule", content.biz().path("period_rule_params").deepCopy());
        return shown;
    }
}
