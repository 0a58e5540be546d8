package org.paysign.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.paysign.signing.SampleContent.demo;
import static org.paysign.signing.SampleContent.parse;
import static org.paysign.signing.SampleContent.valid;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paysign.queue.Violation;

class BizContentRulesTest {
    private static final String COUNT = "must be a whole number from 1 to 999999999";
    private static final String YUAN = "must be an amount in yuan from 0.01 to 999999999.99 with at most 2 decimals";
    private static final String DATE = "must be a real date as yyyy-MM-dd";
    private static final String SECONDS = "must be a whole number of seconds from 0 to 86400";
    private static final String AGREEMENT_NO = "must be 1 to 32 letters, digits or _ -";
    private static final String VALIDITY = "must be a whole number above 0 followed by d or m, at most 8 characters";
    private static final String AGES = "must be a string of JSON with min and max, as {\"min\":\"18\",\"max\":\"30\"}";
    private static final String EXPONENT = "must be a string, the number is too long or has an exponent";

    private final SignRequestRules rules = new SignRequestRules();

    @Test
    void acceptsEveryDocumentedField() {
        assertThat(check(valid())).isEmpty();
        assertThat(rules.warnings(valid().json())).isEmpty();
    }

    @Test
    void acceptsExampleOfContractOverDemoDefaults() {
        assertThat(check(demo())).isEmpty();
        assertThat(rules.warnings(demo().json()))
                .containsExactly("/bizContent/external_agreement_no is documented as letters and digits only");
    }

    @Test
    void acceptsLeastContent() {
        assertThat(check(SampleContent.of(
                        "{'personal_product_code': 'GENERAL_WITHHOLDING_P', 'access_params': {'channel': 'QRCODE'}}")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '^',
            value = {
                "/access_params/channel @ 'QRCODE'",
                "/access_params/channel @ 'QRCODEORSMS'",
                "/period_rule_params/period @ '7'",
                "/period_rule_params/period @ 999999999",
                "/period_rule_params/period @ '999999999'",
                "/period_rule_params/period @ '10'",
                "/period_rule_params/execute_time @ '2028-02-29'",
                "/period_rule_params/execute_time @ '2026-01-31'",
                "/period_rule_params/single_amount @ '0.01'",
                "/period_rule_params/single_amount @ 0.01",
                "/period_rule_params/single_amount @ 0.1",
                "/period_rule_params/single_amount @ '0.10'",
                "/period_rule_params/single_amount @ 100",
                "/period_rule_params/single_amount @ '999999999.99'",
                "/period_rule_params/single_amount @ 999999999",
                "/period_rule_params/total_amount @ '1000'",
                "/period_rule_params/total_payments @ 1",
                "/external_agreement_no @ '1700336165218822912819-config'",
                "/external_agreement_no @ '12345678901234567890123456789012'",
                "/sign_validity_period @ '1d'",
                "/sign_validity_period @ '1234567m'",
                "/third_party_type @ 'MERCHANT'",
                "/agreement_effect_type @ 'NOTICE'",
                "/agreement_effect_type @ 'ALLOW_INACTIVATE'",
                "/effect_time @ 0",
                "/effect_time @ '0'",
                "/effect_time @ 86400",
                "/effect_time @ '86400'",
                "/effect_time @ '86399'",
                "/effect_time @ '79999'",
                "/user_age_range @ '{\"min\":18}'",
                "/user_age_range @ '{ \"max\": \"30\", \"min\": \"18\" }'",
                "/allow_huazhi_degrade @ false",
                "/period_rule_params/scene_rule_params/discount_period @ 3",
                "/new_field @ {'a': [{'b': 1.5}, true]}",
            })
    void accepts(String pointer, String value) {
        assertThat(check(valid().with(pointer, value))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '^',
            value = {
                "/personal_product_code @ 1 @ must be a string",
                "/product_code @ true @ must be a string",
                "/access_params @ 'ALIPAYAPP' @ must be an object",
                "/access_params/channel @ 'alipayapp' @ must be one of ALIPAYAPP, QRCODE, QRCODEORSMS",
                "/access_params/channel @ 1 @ must be a string",
                "/period_rule_params @ 'MONTH' @ must be an object",
                "/period_rule_params/period_type @ 'WEEK' @ must be one of DAY, MONTH",
                "/period_rule_params/period_type @ 'day' @ must be one of DAY, MONTH",
                "/period_rule_params/period @ 6 @ must be at least 7 for DAY",
                "/period_rule_params/period @ '6' @ must be at least 7 for DAY",
                "/period_rule_params/period @ 1 @ must be at least 7 for DAY",
                "/period_rule_params/period @ 0 @ " + COUNT,
                "/period_rule_params/period @ '0' @ " + COUNT,
                "/period_rule_params/period @ -1 @ " + COUNT,
                "/period_rule_params/period @ '07' @ " + COUNT,
                "/period_rule_params/period @ '7\\n' @ " + COUNT,
                "/period_rule_params/period @ ' 7' @ " + COUNT,
                "/period_rule_params/period @ 7.0 @ " + COUNT,
                "/period_rule_params/period @ 7.5 @ " + COUNT,
                "/period_rule_params/period @ 'seven' @ " + COUNT,
                "/period_rule_params/period @ '\u0667\u0667' @ " + COUNT,
                "/period_rule_params/period @ 1000000000 @ " + COUNT,
                "/period_rule_params/period @ '1000000000' @ " + COUNT,
                "/period_rule_params/period @ true @ " + COUNT,
                "/period_rule_params/execute_time @ '2026-02-29' @ " + DATE,
                "/period_rule_params/execute_time @ '2026-04-31' @ " + DATE,
                "/period_rule_params/execute_time @ '2026-13-01' @ " + DATE,
                "/period_rule_params/execute_time @ '2026-1-1' @ " + DATE,
                "/period_rule_params/execute_time @ '20260101' @ " + DATE,
                "/period_rule_params/execute_time @ '2026-01-01 00:00:00' @ " + DATE,
                "/period_rule_params/execute_time @ '2026-01-01\\n' @ " + DATE,
                "/period_rule_params/execute_time @ 20260101 @ " + DATE,
                "/period_rule_params/single_amount @ 0 @ " + YUAN,
                "/period_rule_params/single_amount @ '0' @ " + YUAN,
                "/period_rule_params/single_amount @ '0.00' @ " + YUAN,
                "/period_rule_params/single_amount @ '-1' @ " + YUAN,
                "/period_rule_params/single_amount @ -1.5 @ " + YUAN,
                "/period_rule_params/single_amount @ '9.999' @ " + YUAN,
                "/period_rule_params/single_amount @ 9.999 @ " + YUAN,
                "/period_rule_params/single_amount @ '9.' @ " + YUAN,
                "/period_rule_params/single_amount @ '.9' @ " + YUAN,
                "/period_rule_params/single_amount @ '09.90' @ " + YUAN,
                "/period_rule_params/single_amount @ '1,000.00' @ " + YUAN,
                "/period_rule_params/single_amount @ '9.90\\n' @ " + YUAN,
                "/period_rule_params/single_amount @ '9.90 \u5143' @ " + YUAN,
                "/period_rule_params/single_amount @ '1e2' @ " + YUAN,
                "/period_rule_params/single_amount @ 1000000000 @ " + YUAN,
                "/period_rule_params/single_amount @ '1000000000' @ " + YUAN,
                "/period_rule_params/single_amount @ true @ " + YUAN,
                "/period_rule_params/single_amount @ 12345678.5 @ " + EXPONENT,
                "/period_rule_params/single_amount @ 1e999999999 @ " + EXPONENT,
                "/period_rule_params/period @ 1234567890123456789012345678901 @ " + EXPONENT,
                "/period_rule_params/total_amount @ '0' @ " + YUAN,
                "/period_rule_params/total_amount @ 1.005 @ " + YUAN,
                "/period_rule_params/total_payments @ 0 @ " + COUNT,
                "/period_rule_params/total_payments @ '1.5' @ " + COUNT,
                "/period_rule_params/scene_rule_params @ 1 @ must be an object",
                "/period_rule_params/scene_rule_params/discount_period @ '-1' @ " + COUNT,
                "/period_rule_params/scene_rule_params/low_price_period @ 'x' @ " + COUNT,
                "/external_agreement_no @ 'a b' @ " + AGREEMENT_NO,
                "/external_agreement_no @ 'a.b' @ " + AGREEMENT_NO,
                "/external_agreement_no @ '\u7b7e' @ " + AGREEMENT_NO,
                "/external_agreement_no @ 'abc\\n' @ " + AGREEMENT_NO,
                "/external_agreement_no @ 123 @ " + AGREEMENT_NO,
                "/external_agreement_no @ '123456789012345678901234567890123' @ " + AGREEMENT_NO,
                "/sign_scene @ 1 @ must be a string",
                "/sign_scene @ 'DEFAULT|DEFAULT' @ must not be the default scene when external_agreement_no is set",
                "/external_logon_id @ 13852852877 @ must be a string",
                "/sign_validity_period @ '12' @ " + VALIDITY,
                "/sign_validity_period @ '12y' @ " + VALIDITY,
                "/sign_validity_period @ '0d' @ " + VALIDITY,
                "/sign_validity_period @ '12345678m' @ " + VALIDITY,
                "/sign_validity_period @ '12m\\n' @ " + VALIDITY,
                "/sign_validity_period @ 12 @ " + VALIDITY,
                "/third_party_type @ 'partner' @ must be one of PARTNER, MERCHANT",
                "/agreement_effect_type @ 'LATER' @ must be one of DIRECT, NOTICE, ALLOW_INACTIVATE",
                "/effect_time @ -1 @ " + SECONDS,
                "/effect_time @ 86401 @ " + SECONDS,
                "/effect_time @ '86401' @ " + SECONDS,
                "/effect_time @ '90000' @ " + SECONDS,
                "/effect_time @ '00' @ " + SECONDS,
                "/effect_time @ 1.5 @ " + SECONDS,
                "/effect_time @ '10m' @ " + SECONDS,
                "/user_age_range @ {'min': '18'} @ " + AGES,
                "/user_age_range @ '18-30' @ " + AGES,
                "/user_age_range @ '{}' @ " + AGES,
                "/user_age_range @ '{\"min\":\"old\"}' @ " + AGES,
                "/user_age_range @ '{\"min\":\"18\",\"min\":\"19\"}' @ " + AGES,
                "/device_params @ 'TV' @ must be an object",
                "/device_params/device_type @ 1 @ must be a string",
                "/identity_params @ 'x' @ must be an object",
                "/identity_params/cert_no @ 110101 @ must be a string",
                "/sub_merchant @ '2088' @ must be an object",
                "/sub_merchant/sub_merchant_name @ 1 @ must be a string",
                "/zm_auth_params @ true @ must be an object",
                "/prod_params @ '{}' @ must be an object",
                "/prod_params/auth_biz_params @ {'a': 1} @ must be a string",
                "/promo_params @ {'a': 1} @ must be a string",
                "/pass_params @ 1 @ must be a string",
                "/specified_asset/inst_id @ 1 @ must be a string",
                "/specified_sort_channel_params @ 1 @ must be an object",
                "/allow_huazhi_degrade @ 'yes' @ must be true or false",
                "/newField @ 1 @ is not a known field",
                "/1st @ 1 @ is not a known field",
                "/_x @ 1 @ is not a known field",
                "/x\u00e9 @ 1 @ is not a known field",
                "/x~1y @ 1 @ is not a known field",
                "/device_params/deviceId @ 1 @ is not a known field",
            })
    void refuses(String pointer, String value, String message) {
        assertThat(check(valid().with(pointer, value)))
                .containsExactly(new Violation("/bizContent" + pointer, message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/personal_product_code",
                "/access_params",
                "/period_rule_params",
                "/period_rule_params/period_type",
                "/period_rule_params/period",
                "/period_rule_params/execute_time",
                "/period_rule_params/single_amount",
                "/sign_scene",
                "/sub_merchant/sub_merchant_id",
            })
    void requires(String pointer) {
        assertThat(check(valid().without(pointer)))
                .containsExactly(new Violation("/bizContent" + pointer, "is required"));
    }

    @Test
    void requiresChannel() {
        assertThat(check(valid().with("/access_params", "{'other': 'x'}")))
                .containsExactly(new Violation("/bizContent/access_params/channel", "is required"));
    }

    @Test
    void letsSceneBeDefaultOrAbsentWithoutAgreementNo() {
        SampleContent content = valid().without("/external_agreement_no");
        assertThat(check(content.with("/sign_scene", "'DEFAULT|DEFAULT'"))).isEmpty();
        assertThat(check(content.without("/sign_scene"))).isEmpty();
    }

    @Test
    void allowsPeriodRulesForCyclePayOnly() {
        assertThat(check(valid().withoutPeriod())).isEmpty();
        assertThat(check(valid().with("/personal_product_code", "'GENERAL_WITHHOLDING_P'")
                        .with("/period_rule_params/period", "1")))
                .containsExactly(
                        new Violation("/bizContent/period_rule_params", "is only allowed for CYCLE_PAY_AUTH_P"));
    }

    @Test
    void saysNothingOnPeriodRulesWhileProductIsUnusable() {
        assertThat(check(valid().with("/personal_product_code", "' '")))
                .containsExactly(new Violation("/bizContent/personal_product_code", "must not be blank"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "'1'", "6", "'6'", "24"})
    void takesAnyPeriodForMonth(String period) {
        assertThat(check(valid().withMonth().with("/period_rule_params/period", period)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-29, must be a day from 1 to 28 for MONTH",
        "2026-01-30, must be a day from 1 to 28 for MONTH",
        "2026-01-31, must be a day from 1 to 28 for MONTH",
        "2026-02-31, " + DATE,
        "2026-01-00, " + DATE,
    })
    void limitsDayForMonth(String date, String message) {
        assertThat(check(valid().withMonth().with("/period_rule_params/execute_time", "'" + date + "'")))
                .containsExactly(new Violation("/bizContent/period_rule_params/execute_time", message));
    }

    @ParameterizedTest
    @CsvSource({"personal_product_code, 64", "product_code, 64", "sign_scene, 64", "external_logon_id, 100"})
    void limitsLength(String field, int length) {
        SampleContent content = valid().withoutPeriod();
        assertThat(check(content.with("/" + field, "'" + "\u5f20".repeat(length) + "'")))
                .isEmpty();
        assertThat(check(content.with("/" + field, "'" + "\u5f20".repeat(length + 1) + "'")))
                .containsExactly(new Violation("/bizContent/" + field, "must be at most " + length + " characters"));
    }

    @Test
    void takesEveryAmountInFen() {
        for (int fen = 1; fen <= 20_000; fen++) {
            String yuan = fen / 100 + "." + fen / 10 % 10 + fen % 10;
            assertThat(check(demoCycle(yuan))).as(yuan).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "'text'", "17"})
    void refusesOtherThanObject(String json) {
        assertThat(rules.checkBizContent(parse(json), UTF_8))
                .containsExactly(new Violation("/bizContent", "must be an object"));
    }

    @Test
    void namesEveryBrokenFieldOnceInOrder() {
        assertThat(check(valid().with("/third_party_type", "1")
                        .with("/period_rule_params/period", "'x'")
                        .with("/sign_scene", "null")
                        .with("/Bad", "null")))
                .isEqualTo(List.of(
                        new Violation("/bizContent/Bad", "is not a known field"),
                        new Violation("/bizContent/period_rule_params/period", COUNT),
                        new Violation("/bizContent/sign_scene", "must not be null"),
                        new Violation("/bizContent/third_party_type", "must be a string")));
    }

    private static SampleContent demoCycle(String yuan) {
        return demo().with("/personal_product_code", "'CYCLE_PAY_AUTH_P'")
                .with(
                        "/period_rule_params",
                        "{'period_type': 'MONTH', 'period': 1, 'execute_time': '2026-12-01', 'single_amount': " + yuan
                                + ", 'total_amount': '" + yuan + "'}");
    }

    private List<Violation> check(SampleContent content) {
        return rules.checkBizContent(content.json(), UTF_8);
    }
}
