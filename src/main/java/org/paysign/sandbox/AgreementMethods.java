package org.paysign.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** The methods of the gateway that look after agreements, for requests whose signature and form are right. */
final class AgreementMethods {

    static final Set<String> NAMES = Set.of("alipay.user.agreement.query", "alipay.user.agreement.unsign");

    private final Agreements agreements;
    private final Announcer announcer;
    private final Clock clock;

    AgreementMethods(Agreements agreements, Announcer announcer, Clock clock) {
        this.agreements = agreements;
        this.announcer = announcer;
        this.clock = clock;
    }

    ObjectNode answer(Verdict.Accepted request) {
        var biz = StrictJson.object(request.param("biz_content"))
                .filter(content -> !StrictJson.holdsBlanks(content))
                .filter(AgreementMethods::namesOne);
        if (biz.isEmpty()) {
            return refusal("INVALID_PARAMETER", "biz_content names no agreement");
        }
        var found = find(request.app().appId(), biz.get());
        return request.param("method").endsWith(".query") ? query(found) : unsign(request, found);
    }

    /** No page of Alipay's tells what is said of an agreement that ran out: here, that there is none. */
    private static ObjectNode query(Optional<Agreement> found) {
        if (found.isEmpty() || found.get().expired()) {
            return refusal("USER_AGREEMENT_NOT_EXIST", "There is no such agreement");
        }
        return found.get().normal()
                ? found.get().queryNode()
                : refusal("AGREEMENT_HAS_UNSIGNED", "The agreement has been unsigned");
    }

    /** An agreement that is unsigned already is one that does not exist: this method has no other word for it. */
    private ObjectNode unsign(Verdict.Accepted request, Optional<Agreement> found) {
        var now = AlipayTime.format(clock.instant());
        return found.flatMap(agreement -> agreements.unsign(agreement, now))
                .map(ended -> {
                    announcer.unsigned(ended, request.params().get("notify_url"), NotifyMode.ON);
                    return Agreement.success();
                })
                .orElseGet(() -> refusal("AGREEMENT_NOT_EXIST", "There is no such agreement"));
    }

    private static boolean namesOne(ObjectNode biz) {
        return biz.path("agreement_no").isTextual()
                || (biz.path("personal_product_code").isTextual()
                        && biz.path("sign_scene").isTextual()
                        && biz.path("external_agreement_no").isTextual());
    }

    /** With an agreement_no everything else is ignored, as Alipay does. */
    private Optional<Agreement> find(String appId, ObjectNode biz) {
        return StrictJson.text(biz, "agreement_no")
                .map(number -> agreements.byNumber(appId, number))
                .orElseGet(() -> agreements.byExternal(
                        appId,
                        biz.path("personal_product_code").asText(),
                        biz.path("sign_scene").asText(),
                        biz.path("external_agreement_no").asText()));
    }

    private static ObjectNode refusal(String subCode, String subMsg) {
        return Refusal.business(subCode, subMsg).node();
    }
}
