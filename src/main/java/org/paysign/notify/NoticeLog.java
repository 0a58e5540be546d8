package org.paysign.notify;

import java.util.function.IntFunction;
import org.apache.camel.ExchangeProperty;
import org.paysign.agreement.Evidence;
import org.paysign.agreement.Signal;
import org.paysign.log.Event;
import org.paysign.store.Agreement;
import org.paysign.store.Agreements;
import org.paysign.store.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records what notices say; each is committed before it is answered. Safe for use by several threads. */
public final class NoticeLog {

    /** The whole answer, nothing else: Alipay repeats a notice until it reads this. */
    private static final String SUCCESS = "success";

    private static final String FAIL = "fail";
    private static final Logger LOG = LoggerFactory.getLogger(NoticeLog.class);

    private final Agreements agreements;
    private final Notices notices;
    private final Refusals refusals;

    public NoticeLog(Agreements agreements, Notices notices, Refusals refusals) {
        this.agreements = agreements;
        this.notices = notices;
        this.refusals = refusals;
    }

    /** Alipay says the agreement was signed; one that is not in force, or has no number, is asked about. */
    public String signed(Notice notice) {
        Agreement agreement = notice.agreement().orElseThrow();
        String number = notice.field("agreement_no");
        String status = notice.field("status");
        boolean inForce = status.equals("NORMAL") && !number.isBlank();
        return record(
                agreement,
                round -> inForce
                        ? new Signal.Signed(round, Evidence.NOTIFY, number, notice.facts())
                        : new Signal.Pending(round, Evidence.NOTIFY, word(status)));
    }

    /** Alipay says the agreement was ended. */
    public String unsigned(Notice notice) {
        Agreement agreement = notice.agreement().orElseThrow();
        return record(
                agreement,
                round -> new Signal.Ended(
                        round, Evidence.NOTIFY, notice.field("agreement_no"), "unsigned", notice.facts()));
    }

    /** Genuine, but nothing PaySign decides by: kept for a person. */
    public String other(Notice notice) {
        notices.keep(notice.merchant(), notice.id(), notice.type());
        Event.of("notice.kept")
                .with("merchant", notice.merchant())
                .with("type", word(notice.type()))
                .info(LOG);
        return SUCCESS;
    }

    private static String word(String text) {
        return text.substring(0, Math.min(text.length(), 64)).replaceAll("[^A-Za-z0-9_.]", "?");
    }

    private String record(Agreement agreement, IntFunction<Signal> ofRound) {
        agreements.recordNow(agreement.id(), ofRound);
        agreement.event("notice.recorded").info(LOG);
        return SUCCESS;
    }

    /** Answers what could not be believed or not be stored: Alipay will send the genuine one again. */
    public String refuse(@ExchangeProperty("CamelExceptionCaught") Exception refusal) {
        if (refusal instanceof RefusedNotice refused) {
            refusals.add(refused.reason());
        } else {
            LOG.error(
                    "Notice not recorded, Alipay will repeat it: {}",
                    refusal.getClass().getSimpleName());
        }
        return FAIL;
    }
}
