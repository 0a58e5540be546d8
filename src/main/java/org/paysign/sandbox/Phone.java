package org.paysign.sandbox;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The customer's phone: {@code my.paySignCenter} as a POST, where {@code act} says what the customer does. Gives what the
 * mini program would get, {@code {}} when the act is {@code silent}.
 */
final class Phone implements Endpoint {

    private static final Logger LOG = LoggerFactory.getLogger(Phone.class);
    private static final Set<String> METHODS = Set.of("alipay.user.agreement.page.sign");
    private static final String NODE = "alipay_user_agreement_page_sign_response";

    private final RequestCheck check;
    private final Agreements agreements;
    private final Announcer announcer;
    private final Customer customer;
    private final Clock clock;

    Phone(RequestCheck check, Agreements agreements, Announcer announcer, Clock clock) {
        this.check = check;
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
        var params = SignStr.decode(signStr);
        if (params.isEmpty()) {
            return refused(new Verdict.Refused(
                    check.named(Map.of()), Refusal.business("ILLEGAL_PARAMS", "signStr is not encoded as it must be")));
        }
        var verdict = check.check(params.get(), METHODS, PageSign.WINDOW);
        if (verdict instanceof Verdict.Accepted accepted) {
            return page(accepted, order);
        }
        return refused((Verdict.Refused) verdict);
    }

    private Reply page(Verdict.Accepted request, PhoneOrder order) {
        var content =
                new PageSign(StrictJson.object(request.param("biz_content")).orElseGet(StrictJson::node));
        var fault = content.fault().or(() -> late(request, content)).or(() -> elsewhere(request, content));
        return fault.isPresent()
                ? refused(new Verdict.Refused(request.app(), Refusal.business("ILLEGAL_PARAMS", fault.get())))
                : done(request, content, order);
    }

    /** The signing window of the request has passed. */
    private Optional<String> late(Verdict.Accepted request, PageSign content) {
        var end = request.timestamp().plus(content.window().orElse(PageSign.WINDOW));
        return clock.instant().isAfter(end) ? Optional.of("The request is too old to be signed") : Optional.empty();
    }

    /** The external number is unique within an application, so it cannot stand for another product or scene too. */
    private Optional<String> elsewhere(Verdict.Accepted request, PageSign content) {
        return agreements
                .normal(request.app().appId(), content.external())
                .filter(signed -> !signed.isFor(content.product(), content.scene()))
                .map(signed -> "external_agreement_no is signed for another product or scene");
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
