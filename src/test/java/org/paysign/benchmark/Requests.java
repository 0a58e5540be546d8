package org.paysign.benchmark;

import java.util.List;
import java.util.stream.IntStream;

/** Sign requests as a back end sends them, no two alike; a batch has a name of letters and digits. */
record Requests(String batch, int count) {

    /** The content of a request together with what the profile of the demo lays under it. */
    static String wholeContent(String agreement) {
        return "{" + content(agreement)
                + ",\"personal_product_code\":\"CYCLE_PAY_AUTH_P\",\"product_code\":\"CYCLE_PAY_AUTH\","
                + "\"access_params\":{\"channel\":\"ALIPAYAPP\"},\"period_rule_params\":{\"period_type\":\"MONTH\","
                + "\"period\":\"1\",\"execute_time\":\"2027-01-05\",\"single_amount\":\"19.90\"}}";
    }

    private static String content(String agreement) {
        return "\"external_agreement_no\":\"" + agreement + "\",\"external_logon_id\":\"13852852877\","
                + "\"sign_scene\":\"INDUSTRY|DIGITAL_MEDIA\",\"third_party_type\":\"PARTNER\","
                + "\"sub_merchant\":{\"sub_merchant_id\":\"2088123412341234\",\"sub_merchant_name\":\"Film and Music\","
                + "\"sub_merchant_service_name\":\"Monthly pass\",\"sub_merchant_service_description\":"
                + "\"Films without advertisements\"},\"pass_params\":\"channel-7\"";
    }

    String requestId(int number) {
        return batch + "-" + number;
    }

    /** Of an id that was given here. */
    int number(String requestId) {
        return Integer.parseInt(requestId.substring(batch.length() + 1));
    }

    String agreement(int number) {
        return batch + "x" + number;
    }

    String text(int number) {
        return "{\"requestId\":\"" + requestId(number)
                + "\",\"merchant\":\"demo\",\"clientVersion\":\"10.5.96\",\"bizContent\":{"
                + content(agreement(number)) + "}}";
    }

    List<String> texts() {
        return IntStream.range(0, count).mapToObj(this::text).toList();
    }
}
