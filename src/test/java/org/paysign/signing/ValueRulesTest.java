package org.paysign.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.paysign.signing.SampleContent.demo;
import static org.paysign.signing.SampleContent.valid;

import com.fasterxml.jackson.databind.node.DecimalNode;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paysign.queue.Violation;

class ValueRulesTest {
    private static final Charset GBK = Charset.forName("GBK");

    private final SignRequestRules rules = new SignRequestRules();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/personal_product_code",
                "/access_params",
                "/access_params/channel",
                "/period_rule_params",
                "/period_rule_params/period",
                "/period_rule_params/single_amount",
                "/external_agreement_no",
                "/effect_time",
                "/sub_merchant/sub_merchant_id",
                "/allow_huazhi_degrade",
                "/new_field",
                "/access_params/new_field",
            })
    void refusesNullBlankAndEmptyInAnyField(String pointer) {
        assertRefused(pointer, "null", pointer, "must not be null");
        assertRefused(pointer, "''", pointer, "must not be blank");
        assertRefused(pointer, "' \\t\\n\u3000'", pointer, "must not be blank");
        assertRefused(pointer, "{}", pointer, "must not be empty");
        assertRefused(pointer, "[]", pointer, "must not be empty");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{'a': {'b': null}}     | /a/b   | must not be null",
                "{'a': [1, ' ']}        | /a/1   | must not be blank",
                "[['x'], [{'a': {}}]]   | /1/0/a | must not be empty",
                "[[[]]]                 | /0/0   | must not be empty",
                "{'a': [{'Bad': 1}]}    | /a/0/Bad | is not a known field",
                "{'a': [1e30]}          | /a/0   | must be a string, the number is too long or has an exponent",
                "{'a': {'b': '\\ud800'}} | /a/b  | has a character that UTF-8 cannot encode",
                "[[[[[[[[1]]]]]]]]      | /0/0/0/0/0/0/0 | is nested too deeply",
            })
    void refusesInsideFieldsOfUnknownShape(String value, String inside, String message) {
        assertRefused("/new_field", value, "/new_field" + inside, message);
    }

    @Test
    void survivesDeepNesting() {
        assertRefused(
                "/new_field", "[".repeat(900) + "]".repeat(900), "/new_field/0/0/0/0/0/0/0", "is nested too deeply");
    }

    @Test
    void refusesHugeNumbersWithoutComputingThem() {
        assertThat(rules.checkBizContent(
                        valid().with(
                                        "/period_rule_params/single_amount",
                                        new DecimalNode(new BigDecimal("1e999999999")))
                                .json(),
                        UTF_8))
                .containsExactly(new Violation(
                        "/bizContent/period_rule_params/single_amount",
                        "must be a string, the number is too long or has an exponent"));
    }

    @Test
    void refusesTextThatCharsetCannotEncode() {
        SampleContent korean = valid().with("/external_logon_id", "'\ud55c'");
        assertThat(rules.checkBizContent(valid().json(), GBK)).isEmpty();
        assertThat(rules.checkBizContent(korean.json(), UTF_8)).isEmpty();
        assertThat(rules.checkBizContent(korean.json(), GBK))
                .containsExactly(
                        new Violation("/bizContent/external_logon_id", "has a character that GBK cannot encode"));
    }

    @Test
    void acceptsCharactersBeyondTheBasicPlane() {
        assertThat(rules.checkBizContent(
                        valid().with("/external_logon_id", "'\ud83d\ude00'").json(), UTF_8))
                .isEmpty();
    }

    @Test
    void limitsFieldNamesTo64() {
        assertThat(rules.checkBizContent(valid().with("/" + "a".repeat(64), "1").json(), UTF_8))
                .isEmpty();
        assertRefused("/" + "a".repeat(65), "1", "/" + "a".repeat(65), "is not a known field");
        assertRefused("/a\n", "1", "/a\n", "is not a known field");
    }

    @Test
    void warnsOfUnknownFieldsAtEachNamedObject() {
        SampleContent content = valid().with("/new_field", "{'inner': 1}")
                .with("/access_params/extra", "1")
                .with("/period_rule_params/scene_rule_params/extra", "1");
        assertThat(rules.checkBizContent(content.json(), UTF_8)).isEmpty();
        assertThat(rules.warnings(content.json()))
                .containsExactly(
                        "/bizContent/access_params/extra is not a documented field and is passed on as it is",
                        "/bizContent/new_field is not a documented field and is passed on as it is",
                        "/bizContent/period_rule_params/scene_rule_params/extra is not a documented field and is passed on"
                                + " as it is");
    }

    @ParameterizedTest
    @CsvSource({"A1b2C3, 0", "a_b, 1", "a-b, 1"})
    void warnsOfAgreementNumbersBeyondLettersAndDigits(String number, int warnings) {
        assertThat(rules.warnings(demo().with("/external_agreement_no", "'" + number + "'")
                        .json()))
                .hasSize(warnings)
                .allMatch("/bizContent/external_agreement_no is documented as letters and digits only"::equals);
    }

    @Test
    void warnsAtMostTwentyTimes() {
        SampleContent content = valid();
        for (int i = 0; i < 50; i++) {
            content = content.with("/x" + i, "1");
        }
        assertThat(rules.warnings(content.json())).hasSize(20);
    }

    private void assertRefused(String pointer, String value, String path, String message) {
        assertThat(rules.checkBizContent(valid().with(pointer, value).json(), UTF_8))
                .isEqualTo(List.of(new Violation("/bizContent" + path, message)));
    }
}
