package org.paysign.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {

    private static final String PHONE = "13852852877";
    private static final String CITIZEN = "11010119900307123X";
    private static final String KEY = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj";
    private static final String SHORT = "CANARY-1";

    /** What holds a secret, and the secret. */
    static Stream<String[]> secrets() {
        return Stream.of(
                pair("call " + PHONE + " now", PHONE),
                pair("+86 " + PHONE, PHONE),
                pair("8613852852877", PHONE),
                pair("138-5285-2877", "138-5285-2877"),
                pair("%7B%22external_logon_id%22%3A%2213852852877%22%7D", PHONE),
                pair("%253A%252213852852877%2522", PHONE),
                pair("[\\n13852852877]", PHONE),
                pair("x13852852877x", PHONE),
                pair("logon 138****2877", "138****2877"),
                pair("159******77,", "159******77"),
                pair("from zhang.san@example.com.cn today", "zhang.san"),
                pair("zha***@163.com", "163.com"),
                pair("a=zhang%40example.com", "zhang%40"),
                pair("citizen " + CITIZEN + ".", CITIZEN),
                pair("\"110101199003071234\"", "110101199003071234"),
                pair("%22110101199003071234%22", "110101199003071234"),
                pair("{\"user_name\":\"张三\",\"x\":1}", "张三"),
                pair("{\"biz\":\"{\\\"user_name\\\":\\\"张三\\\"}\"}", "张三"),
                pair("{\\\"a\\\":\\\"{\\\\\\\"cert_name\\\\\\\":\\\\\\\"张\\\\\\\\\\\\\\\"三\\\\\\\"}\\\"}", "三"),
                pair("{'cert_name' : '张三'}", "张三"),
                pair("user_name=张三&x", "张三"),
                pair("user_name%3D%E5%BC%A0%26x", "%E5%BC%A0"),
                pair("{alipay_logon_id=" + SHORT + ", x}", SHORT),
                pair("auth_token=" + SHORT + "&x=1", SHORT),
                pair("\"app_auth_token\": \"" + SHORT + "\"", SHORT),
                pair("access_token : " + SHORT, SHORT),
                pair("Authorization: Bearer " + SHORT + ", next", SHORT),
                pair("authorization=Basic " + SHORT, SHORT),
                pair("tcp://b:1?sslEnabled=true&keyStorePassword=" + SHORT + ";x", SHORT),
                pair("paysign.broker.password=" + SHORT, SHORT),
                pair("PAYSIGN_BROKER_PASSWORD=" + SHORT, SHORT),
                pair("Found property: paysign.broker.password with value: " + SHORT + " to be used.", SHORT),
                pair("jdbc:x://user:" + SHORT + "@host/db", SHORT),
                pair("amqp://" + SHORT + "@host", SHORT),
                pair("secret: whsec_c2VjcmV0", "c2VjcmV0"),
                pair("it was whsec_c2VjcmV0LXNl%2Bcg== then", "cg"),
                pair("&sign=a%2Bb%3D" + SHORT + "&sign_type=RSA2", SHORT),
                pair("app_id%3D2017%26sign%3D" + SHORT + "%26sign_type%3DRSA2", SHORT),
                pair("\"sign\":\"a\\/b" + SHORT + "\"", SHORT),
                pair("\\nsign=" + SHORT, SHORT),
                pair("a key " + KEY, KEY),
                pair("-----BEGIN PRIVATE KEY-----\n" + SHORT + "\n-----END PRIVATE KEY----- x", SHORT),
                pair("-----BEGIN RSA PRIVATE KEY-----\\n" + SHORT, SHORT),
                pair("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", "g0hM9"),
                pair("password=\"a \\\" " + SHORT + "\" x", SHORT),
                pair("password=\"" + SHORT, SHORT),
                pair("token=the", "the"));
    }

    private static String[] pair(String text, String secret) {
        return new String[] {text, secret};
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void masks(String text, String secret) {
        assertThat(Masking.of(text)).doesNotContain(secret).contains(Masking.MASK);
        assertThat(Masking.of("before " + text + " after")).doesNotContain(secret);
        assertThat(Masking.of("{\"text\":\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}"))
                .doesNotContain(secret);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agreement.issued merchant=demo requestId=13852852877 externalAgreementNo=110101199003071234 from=A",
                "{\"requestId\":\"13852852877\",\"external_agreement_no\":\"13900001111\"}",
                "agreement_no=20215926001233458812&x",
                "the agreement 20215926001233458812 stands",
                "at 2026-11-23T10:00:00.123+08:00 after 1795399200123 ms",
                "outcome.made outcome=3f2504e0-4f89-41d3-9a0c-0305e82c3301 version=2",
                "digest 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "traceparent=00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "org.paysign.store.JdbcAgreements$$Lambda/0x00007f1c2c3d4e5f@6d4b1c02",
                "Route to-result-cancelled-unless-signed-if-cancellation-to-confirm of /tmp/paysign123/keys/demo",
                "config/merchants/shop.properties: app-private-key: the file cannot be read",
                "paysign.broker.user, paysign.broker.password: the broker refuses them",
                "Notices refused since the start: {wrong_signature=3}",
                "sign_type=RSA2 and resultStatus=7000 from ISSUED to SIGNED",
                "tcp://broker:61616 and http://127.0.0.1:8090/gateway.do?charset=UTF-8",
            })
    void leavesReadable(String text) {
        assertThat(Masking.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "requestId, 13852852877, 13852852877",
        "requestId, 13852852877 x, *** x",
        "note, 13852852877, ***",
        "user_name, Zhang, ***",
    })
    void goesByTheNameOfAField(String name, String value, String shown) {
        assertThat(Masking.of(name, value)).isEqualTo(shown);
    }

    @Test
    void keepsATextOnItsLine() {
        String forged = "a\r\n2026-11-23 ERROR b\tc\u0085d\u2028e\u2029f\u001B[2Jg\u202Eh\u200Bi\u0000j\uD800k\uFEFF";
        assertThat(Masking.of(forged))
                .isEqualTo(
                        "a\\r\\n2026-11-23 ERROR b\\tc\\u0085d\\u2028e\\u2029f\\u001B[2Jg\\u202Eh\\u200Bi\\u0000j\\uD800k"
                                + "\\uFEFF");
        assertThat(Masking.of("支付宝 😀")).isEqualTo("支付宝 😀");
    }

    @Test
    void cutsWhatIsTooLongAndLeavesNoHalfOfASecret() {
        String text = "x ".repeat(Masking.LONGEST / 2 - 3) + PHONE + " " + KEY;
        assertThat(Masking.of(text))
                .hasSizeLessThan(Masking.LONGEST + 40)
                .doesNotContain("138")
                .endsWith("more)");
    }

    /** Of ten times the text no more than the first part is read; within it, nothing is read again and again. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "%25",
                "\\",
                "\"",
                "sign",
                "sign=",
                "a=",
                "requestId=",
                "://",
                "1",
                "13852852877",
                "@a.",
                "a@",
                "=:",
                "-----BEGIN ",
                "%22",
                "\\\"sign\\\":\\\""
            })
    void readsEvilTextsInNoTime(String part) {
        String evil = part.repeat(Masking.LONGEST / part.length());
        org.assertj.core.api.Assertions.assertThatCode(() -> {
                    for (int i = 0; i < 20; i++) {
                        assertThat(Masking.of(evil)).isNotNull();
                    }
                })
                .doesNotThrowAnyException();
    }
}
