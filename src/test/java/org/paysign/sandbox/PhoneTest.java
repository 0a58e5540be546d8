package org.paysign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PhoneTest {

    private static final String PAGE_SIGN = "alipay.user.agreement.page.sign";
    private static final String NODE = "alipay_user_agreement_page_sign_response";

    private final Shop shop = Shop.demo();
    private final Visit visit;

    PhoneTest(@TempDir Path data) {
        this.visit = Visit.to(data);
    }

    @AfterEach
    void leave() {
        visit.close();
    }

    @Test
    void givesAVerifiableResultWhenSigned() {
        var told = visit.sign(shop.signStr(Shop.period("T1")), "sign");

        assertThat(told.path("resultStatus").textValue()).isEqualTo("7000");
        var result = told.path("result").textValue();
        assertThat(shop.trusts(result)).isTrue();
        assertThat(Visit.json(result).path("sign_type").textValue()).isEqualTo("RSA2");
        var node = Visit.json(result).path(NODE);
        assertThat(node.path("code").textValue()).isEqualTo("10000");
        assertThat(node.path("status").textValue()).isEqualTo("NORMAL");
        assertThat(node.path("app_id").textValue()).isEqualTo(shop.appId());
        assertThat(node.path("external_agreement_no").textValue()).isEqualTo("T1");
        assertThat(node.path("agreement_no").textValue()).matches("20261122\\d{12}");
        assertThat(node.path("sign_time").textValue()).isEqualTo("2026-11-22 10:00:00");
        assertThat(node.path("invalid_time").textValue()).isEqualTo("2115-02-01 00:00:00");
        assertThat(node.path("alipay_logon_id").textValue()).isEqualTo("138****0000");
    }

    @ParameterizedTest
    @CsvSource({
        "sign, 7000, NORMAL",
        "unknown-signed, 7001, NORMAL",
        "unknown-unsigned, 7001, USER_AGREEMENT_NOT_EXIST",
        "fail, 7002, USER_AGREEMENT_NOT_EXIST",
        "cancel, 6001, USER_AGREEMENT_NOT_EXIST",
        "cancel-signed, 6001, NORMAL",
        "network, 6002, USER_AGREEMENT_NOT_EXIST",
        "network-signed, 6002, NORMAL",
        "forge, 7000, USER_AGREEMENT_NOT_EXIST"
    })
    void playsEveryAct(String act, String resultStatus, String known) {
        var told = visit.sign(shop.signStr(Shop.period("T1")), act);

        assertThat(told.path("resultStatus").textValue()).isEqualTo(resultStatus);
        assertThat(told.path("result").textValue().isEmpty())
                .isNotEqualTo(act.equals("sign") || act.equals("fail") || act.equals("forge"));
        var node = visit.query(shop, Shop.named("T1"));
        assertThat(node.path("status").asText(node.path("sub_code").asText())).isEqualTo(known);
    }

    @Test
    void reportsNothingWhenSilentAlthoughSigned() {
        assertThat(visit.sign(shop.signStr(Shop.period("T1")), "silent")).isEmpty();
        assertThat(visit.query(shop, Shop.named("T1")).path("status").textValue())
                .isEqualTo("NORMAL");
    }

    @Test
    void signsTheRefusalOfAFailedSigning() {
        var result = visit.sign(shop.signStr(Shop.period("T1")), "fail")
                .path("result")
                .textValue();

        assertThat(shop.trusts(result)).isTrue();
        assertThat(Visit.json(result).path(NODE).path("code").textValue()).isEqualTo("40004");
        assertThat(Visit.json(result).path(NODE).path("sub_code").textValue()).isNotBlank();
    }

    @Test
    void forgesWithAKeyThatIsNotAlipays() {
        var result = visit.sign(shop.signStr(Shop.period("T1")), "forge")
                .path("result")
                .textValue();

        assertThat(Visit.json(result).path(NODE).path("status").textValue()).isEqualTo("NORMAL");
        assertThat(shop.trusts(result)).isFalse();
    }

    @Test
    void givesTheSameAgreementForANumberSignedBefore() {
        var first = node(visit.sign(shop.signStr(Shop.period("T1")), "cancel-signed"));
        var again = node(visit.sign(shop.signStr(Shop.period("T1")), "sign"));
        var third = node(visit.sign(shop.signStr(Shop.period("T1")), "sign"));

        assertThat(first).isEmpty();
        assertThat(again).isNotEmpty().isEqualTo(third);
    }

    @Test
    void worksWithTheOldAlgorithmAndGbk() {
        var old = Shop.old();
        var told = visit.sign(old.signStr(Shop.period("编号1")), "sign");

        assertThat(told.path("resultStatus").textValue()).isEqualTo("7000");
        assertThat(old.trusts(told.path("result").textValue())).isTrue();
        assertThat(told.path("result").textValue()).contains("\"编号1\"").endsWith("\"sign_type\":\"RSA\"}");
    }

    @ParameterizedTest
    @CsvSource({"30d, 2026-12-22 10:00:00", "2m, 2027-01-22 10:00:00"})
    void endsAnAgreementAfterItsValidity(String validity, String end) {
        var biz = Shop.period("T1").replaceFirst("\\{", "{\"sign_validity_period\":\"" + validity + "\",");
        var result = visit.sign(shop.signStr(biz), "sign").path("result").textValue();

        assertThat(Visit.json(result).path(NODE).path("invalid_time").textValue())
                .isEqualTo(end);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void refusesWhateverTheAct(String why, String signStr, String subCode) {
        for (var act : new String[] {"sign", "cancel-signed", "silent"}) {
            var told = visit.sign(signStr, act);

            assertThat(told.path("resultStatus").textValue()).isEqualTo("7002");
            assertThat(Visit.json(told.path("result").textValue())
                            .path(NODE)
                            .path("sub_code")
                            .textValue())
                    .isEqualTo(subCode);
        }
        assertThat(visit.query(shop, Shop.named("T1")).path("sub_code").textValue())
                .isEqualTo("USER_AGREEMENT_NOT_EXIST");
    }

    static Stream<Arguments> refused() {
        var shop = Shop.demo();
        var good = Shop.period("T1");
        var signStr = shop.signStr(good);
        return Stream.of(
                Arguments.of("encoded once", Shop.decodedOnce(signStr), "ILLEGAL_PARAMS"),
                Arguments.of("encoded thrice", URLEncoder.encode(signStr, StandardCharsets.UTF_8), "ILLEGAL_PARAMS"),
                Arguments.of("not encoded", "nothing of the kind & more", "ILLEGAL_PARAMS"),
                Arguments.of("empty", "", "ILLEGAL_PARAMS"),
                Arguments.of("doubled", signStr + "%26version%3D1.0", "ILLEGAL_PARAMS"),
                Arguments.of(
                        "signed with another key",
                        shop.withApp(SandboxKeys.newPair()).signStr(good),
                        "isv.invalid-signature"),
                Arguments.of("changed by a byte", signStr.replace("10.99", "10.98"), "isv.invalid-signature"),
                Arguments.of(
                        "unsigned",
                        URLEncoder.encode(shop.form(page(good)), StandardCharsets.UTF_8),
                        "isv.missing-signature"),
                Arguments.of("of another method", with("method", "alipay.user.agreement.query"), "isv.invalid-method"),
                Arguments.of("of no method", with("method", ""), "isv.missing-method"),
                Arguments.of("of an unknown app", with("app_id", "2021000000000009"), "isv.invalid-app-id"),
                Arguments.of("of another algorithm", with("sign_type", "RSA"), "isv.invalid-signature-type"),
                Arguments.of("of another charset", with("charset", "GBK"), "isv.invalid-charset"),
                Arguments.of("of another version", with("version", "2.0"), "isv.invalid-version"),
                Arguments.of("of another format", with("format", "xml"), "isv.invalid-format"),
                Arguments.of("without a time", with("timestamp", ""), "isv.missing-timestamp"),
                Arguments.of("with a time of ISO", with("timestamp", "2026-11-22T10:00:00"), "isv.invalid-timestamp"),
                Arguments.of("too old", with("timestamp", "2026-11-21 09:59:59"), "isv.invalid-timestamp"),
                Arguments.of("of the future", with("timestamp", "2026-11-22 10:10:01"), "isv.invalid-timestamp"),
                Arguments.of("with no JSON", with("biz_content", "{"), "ILLEGAL_PARAMS"),
                Arguments.of("of 33 characters", shop.signStr(Shop.period("x".repeat(33))), "ILLEGAL_PARAMS"));
    }

    private static String with(String name, String value) {
        var params = new TreeMap<>(page(Shop.period("T1")));
        params.put(name, value);
        return Shop.demo().signStr(params);
    }

    private static Map<String, String> page(String biz) {
        return Shop.demo().params(PAGE_SIGN, biz);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"CYCLE_PAY_AUTH_P\"; \"CYCLE_PAY_AUTH\"",
                "\"CYCLE_PAY_AUTH_P\"; \"\"",
                "\"CYCLE_PAY_AUTH\"; \"CYCLE_PAY_AUTH_P\"",
                "\"personal_product_code\"; \"other\"",
                "\"ALIPAYAPP\"; null",
                "\"ALIPAYAPP\"; \"PHONE\"",
                "\"access_params\"; \"other\"",
                "\"INDUSTRY|DIGITAL_MEDIA\"; \"DEFAULT|DEFAULT\"",
                "\"sign_scene\"; \"other\"",
                "\"period_rule_params\"; \"other\"",
                "\"MONTH\"; \"YEAR\"",
                "\"MONTH\"; \"DAY\"",
                "\"period\":1; \"period\":0",
                "\"2026-11-28\"; \"2026-11-29\"",
                "\"10.99\"; \"free\"",
                "\"single_amount\"; \"other\"",
                "\"external_logon_id\"; \"effect_time\":86401,\"external_logon_id\""
            })
    void refusesContentThatAlipayWouldNotShow(String from, String to) {
        var biz = Shop.period("T1").replaceFirst(java.util.regex.Pattern.quote(from), to);
        var told = visit.sign(shop.signStr(biz), "sign");

        assertThat(told.path("resultStatus").textValue()).isEqualTo("7002");
        var result = told.path("result").textValue();
        assertThat(shop.trusts(result)).isTrue();
        assertThat(Visit.json(result).path(NODE).path("sub_code").textValue()).isEqualTo("ILLEGAL_PARAMS");
    }

    @Test
    void refusesANumberSignedForAnotherScene() {
        visit.sign(shop.signStr(Shop.period("T1")), "sign");
        var other = shop.signStr(Shop.period("T1").replace("DIGITAL_MEDIA", "EDU"));

        assertThat(visit.sign(other, "sign").path("resultStatus").textValue()).isEqualTo("7002");
    }

    @Test
    void refusesASigningAfterItsWindow(@TempDir Path data) {
        UnaryOperator<String> brief = biz -> biz.replaceFirst("\\{", "{\"effect_time\":60,");
        try (var later = new Visit(World.start(Visit.settings(data), Visit.at(Duration.ofSeconds(61))))) {
            var told = later.sign(shop.signStr(brief.apply(Shop.period("T1"))), "sign");
            assertThat(told.path("resultStatus").textValue()).isEqualTo("7002");
            var unhurried = later.sign(shop.signStr(Shop.period("T2")), "sign");
            assertThat(unhurried.path("resultStatus").textValue()).isEqualTo("7000");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"signStr\":\"x\",\"act\":\"dance\"}",
                "{\"signStr\":\"x\",\"act\":7}",
                "{\"signStr\":\"x\",\"notify\":\"never\"}",
                "{\"signStr\":\"x\",\"validSeconds\":0}",
                "{\"signStr\":\"x\",\"validSeconds\":\"3\"}",
                "{\"act\":\"sign\"}",
                "{\"signStr\":1}",
                "[]",
                "{\"signStr\":\"x\"} more"
            })
    void refusesAnOrderItDoesNotUnderstand(String body) {
        var response = visit.post("/phone/paySignCenter", body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Visit.json(response.body()).path("error").textValue())
                .isNotBlank()
                .doesNotContain("dance");
    }

    @Test
    void listsTheActsWhenOneIsUnknown() {
        var response = visit.post("/phone/paySignCenter", "{\"signStr\":\"x\",\"act\":\"dance\"}");

        assertThat(response.body()).contains("unknown-signed", "network-signed", "silent");
    }

    private static String node(com.fasterxml.jackson.databind.JsonNode told) {
        var result = told.path("result").asText();
        return result.isEmpty()
                ? ""
                : Visit.json(result).path(NODE).path("agreement_no").asText();
    }
}
