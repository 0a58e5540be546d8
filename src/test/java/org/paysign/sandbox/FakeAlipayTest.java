package org.paysign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FakeAlipayTest {

    private static final String QUERY = "alipay.user.agreement.query";
    private static final String UNSIGN = "alipay.user.agreement.unsign";
    private static final String NODE = "alipay_user_agreement_query_response";

    private final Shop shop = Shop.demo();
    private final Visit visit;

    FakeAlipayTest(@TempDir Path data) {
        this.visit = Visit.to(data);
    }

    @AfterEach
    void leave() {
        visit.close();
    }

    @Test
    void findsAnAgreementByEitherName() {
        visit.sign(shop.signStr(Shop.period("T1")), "sign");

        var node = visit.query(shop, Shop.named("T1"));
        assertThat(node.path("code").textValue()).isEqualTo("10000");
        assertThat(node.path("pricipal_type").textValue()).isEqualTo("CARD");
        assertThat(node.path("principal_id").textValue()).matches("2088\\d{12}");
        assertThat(node.path("personal_product_code").textValue()).isEqualTo("CYCLE_PAY_AUTH_P");
        assertThat(node.path("valid_time").textValue()).isEqualTo("2026-11-22 10:00:00");
        var number = node.path("agreement_no").textValue();
        assertThat(visit.query(shop, "{\"agreement_no\":\"" + number + "\"}")).isEqualTo(node);
    }

    @ParameterizedTest
    @ValueSource(strings = {"T2", "t1"})
    void knowsNoOther(String external) {
        visit.sign(shop.signStr(Shop.period("T1")), "sign");

        assertThat(visit.query(shop, Shop.named(external)).path("sub_code").textValue())
                .isEqualTo("USER_AGREEMENT_NOT_EXIST");
    }

    @Test
    void asksForEveryPartOfTheName() {
        visit.sign(shop.signStr(Shop.period("T1")), "sign");

        assertThat(visit.query(shop, Shop.named("T1").replace("DIGITAL_MEDIA", "EDU"))
                        .path("sub_code")
                        .textValue())
                .isEqualTo("USER_AGREEMENT_NOT_EXIST");
        assertThat(visit.query(shop, Shop.named("T1").replace("sign_scene", "scene"))
                        .path("sub_code")
                        .textValue())
                .isEqualTo("INVALID_PARAMETER");
        assertThat(visit.query(shop, Shop.named(" ")).path("sub_code").textValue())
                .isEqualTo("INVALID_PARAMETER");
    }

    @Test
    void keepsTheAgreementsOfAnotherApplicationToItself() {
        visit.sign(shop.signStr(Shop.period("T1")), "sign");
        var number = visit.query(shop, Shop.named("T1")).path("agreement_no").textValue();

        var stranger = visit.query(Shop.old(), "{\"agreement_no\":\"" + number + "\"}");
        assertThat(stranger.path("sub_code").textValue()).isEqualTo("USER_AGREEMENT_NOT_EXIST");
    }

    @Test
    void unsignsOnceAndLetsTheCustomerSignAgain() {
        visit.sign(shop.signStr(Shop.period("T1")), "sign");
        var number = visit.query(shop, Shop.named("T1")).path("agreement_no").textValue();

        assertThat(visit.call(shop, UNSIGN, Shop.named("T1")).path("code").textValue())
                .isEqualTo("10000");
        assertThat(visit.call(shop, UNSIGN, Shop.named("T1")).path("sub_code").textValue())
                .isEqualTo("AGREEMENT_NOT_EXIST");
        assertThat(visit.query(shop, Shop.named("T1")).path("sub_code").textValue())
                .isEqualTo("AGREEMENT_HAS_UNSIGNED");

        visit.sign(shop.signStr(Shop.period("T1")), "sign");
        assertThat(visit.query(shop, Shop.named("T1")).path("agreement_no").textValue())
                .isNotEqualTo(number);
    }

    @Test
    void takesProtocolParametersFromTheQueryToo() {
        var params = new TreeMap<>(shop.params(QUERY, Shop.named("T1")));
        params.put("sign", shop.sign(params));
        var biz = "biz_content=" + URLEncoder.encode(params.remove("biz_content"), StandardCharsets.UTF_8);

        var answer = visit.gateway(shop, "?" + shop.form(params), biz);
        assertThat(shop.trusts(answer)).isTrue();
        assertThat(answer).contains("USER_AGREEMENT_NOT_EXIST");
    }

    @Test
    void readsAndAnswersGbk() {
        var old = Shop.old();
        visit.sign(old.signStr(Shop.period("编号1")), "sign");

        assertThat(visit.query(old, Shop.named("编号1"))
                        .path("external_agreement_no")
                        .textValue())
                .isEqualTo("编号1");
    }

    @Test
    void signsExactlyTheTextItSends() {
        visit.sign(shop.signStr(Shop.period("a/b")), "sign");
        var answer = visit.gateway(shop, shop.signedForm(shop.params(QUERY, Shop.named("a/b"))));

        assertThat(answer).startsWith("{\"" + NODE + "\":{\"code\":\"10000\"").contains("\"a\\/b\"");
        assertThat(shop.trusts(answer)).isTrue();
        assertThat(shop.trusts(answer.replace("a\\/b", "a/b"))).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void refuses(String why, String form, String node, String code, String subCode) {
        var answer = visit.gateway(shop, form);

        assertThat(Visit.json(answer).path(node).path("code").textValue()).isEqualTo(code);
        assertThat(Visit.json(answer).path(node).path("sub_code").textValue()).isEqualTo(subCode);
        assertThat(shop.trusts(answer)).isEqualTo(form.contains(shop.appId()) && !why.startsWith("unreadable"));
    }

    static Stream<Arguments> refused() {
        var shop = Shop.demo();
        var good = shop.signedForm(shop.params(QUERY, Shop.named("T1")));
        return Stream.of(
                Arguments.of("a changed byte", good.replace("T1", "T2"), NODE, "40002", "isv.invalid-signature"),
                Arguments.of(
                        "another key",
                        shop.withApp(SandboxKeys.newPair()).signedForm(shop.params(QUERY, Shop.named("T1"))),
                        NODE,
                        "40002",
                        "isv.invalid-signature"),
                Arguments.of(
                        "no signature",
                        shop.form(shop.params(QUERY, Shop.named("T1"))),
                        NODE,
                        "40001",
                        "isv.missing-signature"),
                Arguments.of("an unknown app", with("app_id", "2021000000000009"), NODE, "40002", "isv.invalid-app-id"),
                Arguments.of("no app", with("app_id", ""), NODE, "40001", "isv.missing-app-id"),
                Arguments.of(
                        "another algorithm", with("sign_type", "RSA"), NODE, "40002", "isv.invalid-signature-type"),
                Arguments.of(
                        "another method",
                        with("method", "alipay.trade.pay"),
                        "error_response",
                        "40002",
                        "isv.invalid-method"),
                Arguments.of(
                        "an old time",
                        with("timestamp", "2026-11-22 09:49:59"),
                        NODE,
                        "40002",
                        "isv.invalid-timestamp"),
                Arguments.of(
                        "a time to come",
                        with("timestamp", "2026-11-22 10:10:01"),
                        NODE,
                        "40002",
                        "isv.invalid-timestamp"),
                Arguments.of(
                        "no day", with("timestamp", "2026-02-30 10:00:00"), NODE, "40002", "isv.invalid-timestamp"),
                Arguments.of("another version", with("version", "1.1"), NODE, "40002", "isv.invalid-version"),
                Arguments.of(
                        "unreadable: doubled",
                        good + "&version=1.0",
                        "error_response",
                        "40002",
                        "isv.invalid-parameter"),
                Arguments.of("unreadable: cut", good + "%2", "error_response", "40002", "isv.invalid-parameter"),
                Arguments.of("unreadable: no UTF-8", good + "%FF", "error_response", "40002", "isv.invalid-parameter"));
    }

    private static String with(String name, String value) {
        var params = new TreeMap<>(Shop.demo().params(QUERY, Shop.named("T1")));
        params.put(name, value);
        return Shop.demo().signedForm(params);
    }

    @Test
    void refusesAParameterThatStandsInTheQueryAndInTheBody() {
        var form = shop.signedForm(shop.params(QUERY, Shop.named("T1")));

        assertThat(visit.gateway(shop, "?app_id=" + shop.appId(), form)).contains("isv.invalid-parameter");
    }

    @Test
    void refusesABodyThatIsNoForm() {
        var form = shop.signedForm(shop.params(QUERY, Shop.named("T1")));

        assertThat(visit.post("/gateway.do", form, "Content-Type", "text/plain").body())
                .contains("isv.invalid-parameter");
    }
}
