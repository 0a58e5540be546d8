package org.paysign.benchmark;

import java.util.Map;
import java.util.TreeMap;

/** What is signed for a usual sign request. */
final class SignRequest {

    static final Map<String, String> PARAMETERS = parameters();

    private SignRequest() {}

    private static Map<String, String> parameters() {
        Map<String, String> parameters = new TreeMap<>();
        parameters.put("app_id", "2021000000000001");
        parameters.put("method", "alipay.user.agreement.page.sign");
        parameters.put("format", "JSON");
        parameters.put("charset", "UTF-8");
        parameters.put("sign_type", "RSA2");
        parameters.put("timestamp", "2026-11-28 10:00:00");
        parameters.put("version", "1.0");
        parameters.put("notify_url", "https://shop.example/alipay/notify");
        parameters.put(
                "biz_content",
                "{\"personal_product_code\":\"CYCLE_PAY_AUTH_P\",\"sign_scene\":\"INDUSTRY|DIGITAL_MEDIA\","
                        + "\"external_agreement_no\":\"T20261128000001\",\"external_logon_id\":\"周期\","
                        + "\"product_code\":\"GENERAL_WITHHOLDING\",\"sign_validity_period\":\"2m\","
                        + "\"access_params\":{\"channel\":\"ALIPAYAPP\"},\"period_rule_params\":{\"period_type\":"
                        + "\"DAY\",\"period\":\"30\",\"execute_time\":\"2026-12-01\",\"single_amount\":\"10.00\","
                        + "\"total_amount\":\"600.00\",\"total_payments\":\"12\"}}");
        return parameters;
    }
}
