package org.paysign.sandbox.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MaskedTest {

    private static final String PHONE = "13852852877";

    @Test
    void hidesWhatIsPersonalHoweverDeep() {
        var masked = Masked.message(
                "{\"bizContent\":{\"external_logon_id\":\"" + PHONE
                        + "\",\"identity_params\":{\"user_name\":\"Zhang San\"}},\"list\":[{\"alipay_user_id\":\"2088123456789012\"}]}");

        assertThat(masked.toString())
                .contains("138****2877")
                .contains("208****9012")
                .doesNotContain(PHONE)
                .doesNotContain("Zhang");
    }

    @Test
    void hidesItInsideTheTextThatAPhoneReturned() {
        var masked =
                Masked.message("{\"result\":\"{\\\"node\\\":{\\\"external_logon_id\\\":\\\"" + PHONE + "\\\"}}\"}");

        assertThat(masked.toString()).contains("138****2877").doesNotContain(PHONE);
    }

    @Test
    void hidesItInAForm() {
        var masked = Masked.message("notify_type=dut_user_sign&external_logon_id=" + PHONE
                + "&alipay_logon_id=138****2877" + "&biz_content=%7B%22external_logon_id%22%3A%22" + PHONE + "%22%7D");

        assertThat(masked.path("notify_type").textValue()).isEqualTo("dut_user_sign");
        assertThat(masked.toString()).doesNotContain(PHONE);
    }

    @Test
    void showsNothingOfATextItCannotRead() {
        assertThat(Masked.message("call " + PHONE + " now")).isEmpty();
        assertThat(Masked.message("{\"external_logon_id\":\"" + PHONE)).isEmpty();
    }

    @Test
    void cutsLongTextsShort() {
        assertThat(Masked.message("{\"sign\":\"" + "A".repeat(344) + "\"}")
                        .path("sign")
                        .textValue())
                .hasSizeLessThan(70)
                .endsWith("(344)");
    }
}
