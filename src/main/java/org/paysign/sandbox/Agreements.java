package org.paysign.sandbox;

import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The agreements Alipay keeps; safe for many threads, the only writer of its table. */
final class Agreements {

    private static final String COLUMNS =
            "SELECT agreement_no, app_id, external_agreement_no, personal_product_code, sign_scene, external_logon_id,"
                    + " alipay_user_id, alipay_logon_id, status, sign_time, invalid_time, unsign_time, notify_url,"
                    + " notify_mode FROM agreement ";

    private final JdbcClient client;
    private final Clock clock;

    Agreements(JdbcClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** Keeps the agreement, unless its external number is signed already: then that one is given back unchanged. */
    synchronized Agreement sign(Agreement wanted) {
        expire();
        var external = wanted.externalAgreementNo();
        var signed = external == null ? Optional.<Agreement>empty() : normal(wanted.appId(), external);
        return signed.orElseGet(() -> insert(wanted));
    }

    Optional<Agreement> normal(String appId, String external) {
        expire();
        return client.sql(COLUMNS + "WHERE app_id = ? AND external_agreement_no = ? AND status = 'NORMAL'")
                .params(appId, external)
                .query(Agreement.class)
                .optional();
    }

    Optional<Agreement> byNumber(String appId, String agreementNo) {
        expire();
        return client.sql(COLUMNS + "WHERE app_id = ? AND agreement_no = ?")
                .params(appId, agreementNo)
                .query(Agreement.class)
                .optional();
    }

    /** The newest one when it was signed again after an end. */
    Optional<Agreement> byExternal(String appId, String product, String scene, String external) {
        expire();
        return client.sql(COLUMNS + "WHERE app_id = ? AND personal_product_code = ? AND sign_scene = ?"
                        + " AND external_agreement_no = ? ORDER BY seq DESC FETCH FIRST ROW ONLY")
                .params(appId, product, scene, external)
                .query(Agreement.class)
                .optional();
    }

    /** Of any application; one that is signed goes before one that has ended. */
    Optional<Agreement> newest(String external) {
        expire();
        return client.sql(COLUMNS + "WHERE external_agreement_no = ?"
                        + " ORDER BY CASE status WHEN 'NORMAL' THEN 0 ELSE 1 END, seq DESC FETCH FIRST ROW ONLY")
                .param(external)
                .query(Agreement.class)
                .optional();
    }

    /** The agreement as it ended; empty when it had ended before. */
    synchronized Optional<Agreement> unsign(Agreement agreement, String time) {
        expire();
        var ended = client.sql("UPDATE agreement SET status = 'UNSIGN', unsign_time = ?"
                                + " WHERE agreement_no = ? AND status = 'NORMAL'")
                        .params(time, agreement.agreementNo())
                        .update()
                == 1;
        return ended ? byNumber(agreement.appId(), agreement.agreementNo()) : Optional.empty();
    }

    /** Alipay sends nothing when an agreement runs out. Times of this form sort as texts. */
    private void expire() {
        client.sql("UPDATE agreement SET status = 'EXPIRED' WHERE invalid_time <= ? AND status = 'NORMAL'")
                .param(AlipayTime.format(clock.instant()))
                .update();
    }

    private Agreement insert(Agreement agreement) {
        client.sql("INSERT INTO agreement (agreement_no, app_id, external_agreement_no, personal_product_code,"
                        + " sign_scene, external_logon_id, alipay_user_id, alipay_logon_id, status, sign_time,"
                        + " invalid_time, unsign_time, notify_url, notify_mode) VALUES (:agreementNo, :appId,"
                        + " :externalAgreementNo, :personalProductCode, :signScene, :externalLogonId, :alipayUserId,"
                        + " :alipayLogonId, :status, :signTime, :invalidTime, :unsignTime, :notifyUrl, :notifyMode)")
                .paramSource(agreement)
                .update();
        return agreement;
    }
}
