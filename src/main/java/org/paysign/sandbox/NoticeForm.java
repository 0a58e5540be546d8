package org.paysign.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A notice on its way: the form Alipay posts, in the charset of the application and signed for it. */
record NoticeForm(FakeApp app, Map<String, String> fields) {

    /** What every send of a sign notice says; null ones are left out. */
    static ObjectNode signed(Agreement agreement, FakeApp app) {
        return about(agreement, app)
                .put("sign_time", agreement.signTime())
                .put("valid_time", agreement.signTime())
                .put("invalid_time", agreement.invalidTime());
    }

    static ObjectNode unsigned(Agreement agreement, FakeApp app) {
        return about(agreement, app).put("unsign_time", agreement.unsignTime());
    }

    private static ObjectNode about(Agreement agreement, FakeApp app) {
        return StrictJson.node()
                .put("charset", app.charset())
                .put("sign_type", app.signType())
                .put("version", "1.0")
                .put("app_id", app.appId())
                .put("auth_app_id", app.appId())
                .put("alipay_user_id", agreement.alipayUserId())
                .put("alipay_logon_id", agreement.alipayLogonId())
                .put("agreement_no", agreement.agreementNo())
                .put("external_agreement_no", agreement.externalAgreementNo())
                .put("external_logon_id", agreement.externalLogonId())
                .put("personal_product_code", agreement.personalProductCode())
                .put("sign_scene", agreement.signScene())
                .put("status", agreement.status());
    }

    /** One send: the time of it makes every one another text with another signature. */
    static NoticeForm of(Notice notice, FakeApp app, String time) {
        var fields = new TreeMap<String, String>();
        StrictJson.object(notice.fields())
                .orElseGet(StrictJson::node)
                .properties()
                .forEach(field -> {
                    if (field.getValue().isTextual()) {
                        fields.put(field.getKey(), field.getValue().textValue());
                    }
                });
        fields.put("notify_id", notice.notifyId());
        fields.put("notify_type", notice.type());
        fields.put("notify_time", time);
        fields.put("sign", app.seal(SignText.ofNotice(fields)));
        return new NoticeForm(app, fields);
    }

    String mediaType() {
        return "application/x-www-form-urlencoded; charset=" + app.charset();
    }

    String body() {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), app.encoding()))
                .collect(Collectors.joining("&"));
    }
}
