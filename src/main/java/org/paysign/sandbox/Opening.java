package org.paysign.sandbox;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Opens Alipay's signing page for a signStr that Alipay would take. */
final class Opening {

    private static final Set<String> METHODS = Set.of("alipay.user.agreement.page.sign");

    private final RequestCheck check;
    private final Agreements agreements;
    private final Clock clock;

    Opening(RequestCheck check, Agreements agreements, Clock clock) {
        this.check = check;
        this.agreements = agreements;
        this.clock = clock;
    }

    Opened of(String signStr) {
        var params = SignStr.decode(signStr);
        if (params.isEmpty()) {
            return refused(check.named(Map.of()), "signStr is not encoded as it must be");
        }
        var verdict = check.check(params.get(), METHODS, PageSign.WINDOW);
        return verdict instanceof Verdict.Accepted accepted
                ? page(accepted)
                : new Opened.Refused((Verdict.Refused) verdict);
    }

    private Opened page(Verdict.Accepted request) {
        var content =
                new PageSign(StrictJson.object(request.param("biz_content")).orElseGet(StrictJson::node));
        var fault = content.fault().or(() -> late(request, content)).or(() -> elsewhere(request, content));
        return fault.isPresent() ? refused(request.app(), fault.get()) : new Opened.Page(request, content);
    }

    private static Opened refused(@Nullable FakeApp app, String why) {
        return new Opened.Refused(new Verdict.Refused(app, Refusal.business("ILLEGAL_PARAMS", why)));
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
}
