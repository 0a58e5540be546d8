package org.paysign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SigningPageTest {

    private static final String METHOD = "alipay.user.agreement.page.sign";

    private final Shop shop = Shop.demo();
    private final Visit visit;

    SigningPageTest(@TempDir Path data) {
        this.visit = Visit.to(data);
    }

    @AfterEach
    void leave() {
        visit.close();
    }

    @Test
    void showsWhatTheCustomerIsAskedToAgreeTo() {
        var shown = page(shop.signStr(Shop.period("T1"))).path("shown");

        assertThat(shown.path("merchant").textValue()).isEqualTo("demo");
        assertThat(shown.path("product").textValue()).isEqualTo("CYCLE_PAY_AUTH_P");
        assertThat(shown.at("/rule/single_amount").textValue()).isEqualTo("10.99");
        assertThat(shown.at("/rule/period_type").textValue()).isEqualTo("MONTH");
        assertThat(shown.path("logonId").textValue()).isEqualTo("138****0000");
        assertThat(shown.path("closesAt").textValue()).isEqualTo("2026-11-23 10:00:00");
    }

    @Test
    void findsNothingWrongWithAGoodSignStr() {
        var page = page(shop.signStr(Shop.period("T1")));

        assertThat(page.has("refused")).isFalse();
        assertThat(page.at("/report/findings")).hasSize(7).allSatisfy(finding -> assertThat(
                        finding.path("fine").booleanValue())
                .as(finding.toString())
                .isTrue());
    }

    @Test
    void signsNothingByBeingLookedAt() {
        var signStr = shop.signStr(Shop.period("T1"));
        page(signStr);

        assertThat(visit.query(shop, Shop.named("T1")).path("sub_code").textValue())
                .isEqualTo("USER_AGREEMENT_NOT_EXIST");
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "3", "4"})
    void countsHowOftenItIsEncoded(int times) {
        var signed = new TreeMap<>(shop.params(METHOD, Shop.period("T1")));
        signed.put("sign", shop.sign(signed));
        var text = new StringBuilder();
        signed.forEach((name, value) -> text.append(text.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(times == 0 ? value : encoded(value)));
        var signStr = text.toString();
        for (int more = 1; more < times; more++) {
            signStr = encoded(signStr);
        }

        var encoding = finding(page(signStr), "encoding");
        assertThat(encoding.path("fine").booleanValue()).isFalse();
        assertThat(encoding.path("times").intValue()).isEqualTo(times);
    }

    @ParameterizedTest
    @CsvSource({
        "signTypeLeftOut, sign_type",
        "valuesEncoded, biz_content",
    })
    void saysWhatWasSignedInstead(String cause, String changed) {
        var params = shop.params(METHOD, Shop.period("T1"));
        var signed = new TreeMap<>(params);
        if (cause.equals("signTypeLeftOut")) {
            signed.remove(changed);
        } else {
            signed.replaceAll((name, value) -> encoded(value));
        }

        var signature = finding(page(sentWith(params, shop.sign(signed))), "signature");

        assertThat(signature.path("cause").textValue()).isEqualTo(cause);
        assertThat(signature.at("/difference/expected").textValue())
                .isNotEqualTo(signature.at("/difference/found").textValue());
    }

    @Test
    void saysThatTheKeyOfAStrangerFitsNothing() {
        var params = shop.params(METHOD, Shop.period("T1"));
        var stranger = shop.withApp(SandboxKeys.newPair());

        assertThat(finding(page(sentWith(params, stranger.sign(params))), "signature")
                        .path("cause")
                        .textValue())
                .isEqualTo("keyOrText");
    }

    @ParameterizedTest
    @CsvSource({"otherKey, false", "otherApp, true"})
    void namesTheMerchantWhoseKeyWasTaken(String cause, boolean signedForTheOther, @TempDir Path data) {
        var other = new Shop("2021000000000009", "RSA2", "UTF-8", SandboxKeys.newPair(), shop.alipay());
        var apps = List.of(shop.known(), other.known("other"));
        try (var both = new Visit(
                World.start(WorldSettings.of(data, 0, "paysign.sandbox.port", apps), Visit.at(Duration.ZERO)))) {
            var params = shop.params(METHOD, Shop.period("T1"));
            var signed = signedForTheOther ? other.params(METHOD, Shop.period("T1")) : params;
            var signStr = sentWith(params, other.sign(signed));

            var signature = finding(page(both, signStr, signStr), "signature");

            assertThat(signature.path("cause").textValue()).isEqualTo(cause);
            assertThat(signature.path("owner").textValue()).isEqualTo("other");
        }
    }

    @Test
    void recognisesTheOtherAlgorithm() {
        var params = shop.params(METHOD, Shop.period("T1"));
        var old = new Shop(shop.appId(), "RSA", "UTF-8", shop.app(), shop.alipay());

        assertThat(finding(page(sentWith(params, old.sign(params))), "signature")
                        .path("cause")
                        .textValue())
                .isEqualTo("algorithm");
    }

    @Test
    void recognisesTheOtherCharset() {
        var params = shop.params(METHOD, Shop.period("T1").replace("13800000000", "张三张三张三"));
        var gbk = new Shop(shop.appId(), "RSA2", "GBK", shop.app(), shop.alipay());

        assertThat(finding(page(sentWith(params, gbk.sign(params))), "signature")
                        .path("cause")
                        .textValue())
                .isEqualTo("charset");
    }

    @Test
    void seesAClockThatIsWrong() {
        var params = shop.params(METHOD, Shop.period("T1"));
        params.put("timestamp", "2026-11-20 10:00:00");

        var clock = finding(page(shop.signStr(params)), "clock");

        assertThat(clock.path("fine").booleanValue()).isFalse();
        assertThat(clock.path("seconds").longValue()).isEqualTo(2 * 24 * 3600);
    }

    @Test
    void showsWhereItWasChangedOnTheWay() {
        var sent = shop.signStr(Shop.period("T1"));
        var page = page(sent.replace("10.99", "90.99"), sent);

        assertThat(page.at("/refused/sub_code").textValue()).isEqualTo("isv.invalid-signature");
        assertThat(page.at("/report/changed/expected").textValue()).contains("90.99");
        assertThat(page.at("/report/changed/found").textValue()).contains("10.99");
    }

    private JsonNode page(String signStr) {
        return page(signStr, signStr);
    }

    private JsonNode page(String signStr, String sent) {
        return page(visit, signStr, sent);
    }

    private static JsonNode page(Visit visit, String signStr, String sent) {
        var body = StrictJson.node().put("signStr", signStr).put("sent", sent);
        return Visit.json(visit.post("/phone/page", body.toString()).body());
    }

    private String sentWith(Map<String, String> params, String sign) {
        var signed = new TreeMap<>(params);
        signed.put("sign", sign);
        return encoded(shop.form(signed));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static JsonNode finding(JsonNode page, String about) {
        return StreamSupport.stream(page.at("/report/findings").spliterator(), false)
                .filter(finding -> finding.path("about").textValue().equals(about))
                .findFirst()
                .orElseThrow();
    }
}
