package org.paysign.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** An agreement as Alipay keeps it; times in Alipay's own form. */
record Agreement(
        String agreementNo,
        String appId,
        @Nullable String externalAgreementNo,
        String personalProductCode,
        String signScene,
        @Nullable String externalLogonId,
        String alipayUserId,
        String alipayLogonId,
        String status,
        String signTime,
        String invalidTime,
        @Nullable String unsignTime,
        @Nullable String notifyUrl,
        String notifyMode) {

    static final String NORMAL = "NORMAL";
    static final String UNSIGN = "UNSIGN";

    boolean expired() {
        return status.equals("EXPIRED");
    }

    boolean normal() {
        return status.equals(NORMAL);
    }

    boolean isFor(String product, String scene) {
        return personalProductCode.equals(product) && signScene.equals(scene);
    }

    /** What the phone is told when it was signed. */
    ObjectNode signNode(FakeApp app, String timestamp) {
        var node = success()
                .put("app_id", appId)
                .put("auth_app_id", appId)
                .put("charset", app.charset())
                .put("timestamp", timestamp);
        return described(node).put("alipay_user_id", alipayUserId);
    }

    /** What a query is told; {@code pricipal_type} is misspelt on Alipay's wire. */
    ObjectNode queryNode() {
        return described(success())
                .put("principal_id", alipayUserId)
                .put("pricipal_type", "CARD")
                .put("third_party_type", "PARTNER");
    }

    static ObjectNode success() {
        return StrictJson.node().put("code", "10000").put("msg", "Success");
    }

    private ObjectNode described(ObjectNode node) {
        node.put("sign_scene", signScene)
                .put("valid_time", signTime)
                .put("status", status)
                .put("agreement_no", agreementNo)
                .put("alipay_logon_id", alipayLogonId)
                .put("invalid_time", invalidTime)
                .put("personal_product_code", personalProductCode)
                .put("sign_time", signTime);
        if (externalAgreementNo != null) {
            node.put("external_agreement_no", externalAgreementNo);
        }
        if (externalLogonId != null) {
            node.put("external_logon_id", externalLogonId);
        }
        return node;
    }
}
