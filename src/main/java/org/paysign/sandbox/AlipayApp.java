package org.paysign.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/** Alipay's app in the user's hand, where agreements are ended, and a look at what Alipay told the merchant. */
final class AlipayApp {

    private final Agreements agreements;
    private final Announcer announcer;
    private final Notices notices;
    private final Clock clock;

    AlipayApp(Agreements agreements, Announcer announcer, Notices notices, Clock clock) {
        this.agreements = agreements;
        this.announcer = announcer;
        this.notices = notices;
        this.clock = clock;
    }

    /** {@code POST {"externalAgreementNo", "notify"}}: what had ended before stays as it is and is not told again. */
    Reply unsign(Call call) {
        var order = call.json();
        var external = order.flatMap(json -> StrictJson.text(json, "externalAgreementNo"));
        if (external.isEmpty()) {
            return Reply.error(400, "The body must be a JSON object with the text externalAgreementNo");
        }
        var mode = order.flatMap(NotifyMode::of);
        if (mode.isEmpty()) {
            return Reply.error(400, NotifyMode.REFUSAL);
        }
        var found = agreements.newest(external.get());
        if (found.isEmpty()) {
            return Reply.error(404, "Alipay has no agreement of this externalAgreementNo");
        }
        var ended = agreements.unsign(found.get(), AlipayTime.format(clock.instant()));
        ended.ifPresent(agreement -> announcer.unsigned(agreement, null, mode.get()));
        var agreement = ended.orElse(found.get());
        return Reply.json(
                200,
                StrictJson.node()
                        .put("externalAgreementNo", agreement.externalAgreementNo())
                        .put("agreementNo", agreement.agreementNo())
                        .put("status", Agreement.UNSIGN));
    }

    /** {@code GET /alipay/notices}, narrowed by {@code externalAgreementNo}; oldest first. */
    Reply notices(Call call) {
        return Form.decode(List.of(call.query()), StandardCharsets.UTF_8)
                .map(query -> Reply.json(200, notices.list(query.get("externalAgreementNo"))))
                .orElseGet(() -> Reply.error(400, "The query must be a form"));
    }
}
