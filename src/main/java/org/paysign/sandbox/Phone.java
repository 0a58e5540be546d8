package org.paysign.sandbox;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The customer's phone: {@code my.paySignCenter} as a POST, where {@code act} says what the customer does. Gives what the
 * mini program would get, {@code {}} when the act is {@code silent}.
 */
final class Phone implements Endpoint {

    private static final Logger LOG = LoggerFactory.getLogger(Phone.class);
    private static final String NODE = "alipay_user_agreement_page_sign_response";

    private final Opening opening;
    private final Agreements agreements;
    private final Announcer announcer;
    private final Customer customer;
    private final Clock clock;

    Phone(Opening opening, Agreements agreements, Announcer announcer, Clock clock) {
        this.opening = opening;
        this.agreements = agreements;
        this.announcer = announcer;
        this.customer = new Customer(clock);
        this.clock = clock;
    }

    @Override
    public Reply answer(Call call) {
        var body = call.json();
        var signStr = body.flatMap(json -> StrictJson.text(json, "signStr"));
        if (body.isEmpty() || signStr.isEmpty()) {
            return Reply.error(400, "The body must be a JSON object with the text signStr");
        }
        var fault = PhoneOrder.fault(body.get());
        return fault.isPresent() ? Reply.error(400, fault.get()) : open(signStr.get(), PhoneOrder.of(body.get()));
    }

    private Reply open(String signStr, PhoneOrder order) {
        var opened = opening.of(signStr);
        return opened instanceof Opened.Page page
                ? done(page.request(), page.content(), order)
                : refused(((Opened.Refused) opened).verdict());
    }

    private Reply done(Verdict.Accepted request, PageSign content, PhoneOrder order) {
        var act = order.act();
        var wanted = customer.agreement(request, content, order);
        var agreement = act.signs() ? agreements.sign(wanted) : wanted;
        // Somebody who forges notices needs no customer who signs; what was signed before is not told again.
        if (order.mode() == NotifyMode.FORGED || (act.signs() && agreement.equals(wanted))) {
            announcer.signed(agreement, order.mode());
        }
        LOG.info("The customer chose {}: {}", act.wireName(), act.signs() ? agreement.agreementNo() : "nothing signed");
        var app = request.app();
        return switch (act) {
            case SIGN -> told(act.resultStatus(), signed(app, agreement));
            case FORGE -> told(act.resultStatus(), signed(app.forged(), agreement));
            case FAIL ->
                told(
                        act.resultStatus(),
                        refusal(
                                app,
                                Refusal.business("PRODUCT_CODE_NOT_SUPPORTED_ERROR", "The product is not available")));
            case SILENT -> Reply.json(200, StrictJson.node());
            default -> told(act.resultStatus(), "");
        };
    }

    private Reply refused(Verdict.Refused verdict) {
        LOG.info("Alipay refuses the signStr: {}", verdict.why().subCode());
        var envelope = Envelope.of(verdict.app(), NODE, verdict.why().node());
        var app = verdict.app();
        return told(Act.FAIL.resultStatus(), app == null ? envelope.text() : envelope.text(app.signType()));
    }

    private String signed(FakeApp app, Agreement agreement) {
        return Envelope.of(app, NODE, agreement.signNode(app, AlipayTime.format(clock.instant())))
                .text(app.signType());
    }

    private static String refusal(FakeApp app, Refusal refusal) {
        return Envelope.of(app, NODE, refusal.node()).text(app.signType());
    }

    private static Reply told(String resultStatus, String result) {
        return Reply.json(
                200, StrictJson.node().put("resultStatus", resultStatus).put("result", result));
    }
}
