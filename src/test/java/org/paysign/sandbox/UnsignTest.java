package org.paysign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UnsignTest {

    private static final String UNSIGN = "alipay.user.agreement.unsign";

    private final Shop shop = Shop.demo();
    private final HandClock clock = new HandClock();
    private final Receiver receiver = new Receiver();
    private final Visit visit;

    UnsignTest(@TempDir Path data) {
        var demo = shop.known().withGatewayUrl(receiver.url("/gateway"));
        var settings = WorldSettings.of(
                data, 0, "paysign.sandbox.port", List.of(demo, Shop.old().known()));
        this.visit = new Visit(World.start(settings, clock));
    }

    @AfterEach
    void leave() {
        visit.close();
        receiver.close();
    }

    @Test
    void tellsTheGatewayAddressWhenTheUserEnds() {
        sign(shop, "T1", receiver.url("/signed"), "lost");
        clock.move(java.time.Duration.ofSeconds(30));

        var response = end("{\"externalAgreementNo\":\"T1\",\"notify\":\"before\"}");

        assertThat(response.statusCode()).isEqualTo(200);
        var status = Visit.json(response.body());
        assertThat(status.path("status").textValue()).isEqualTo("UNSIGN");
        assertThat(status.path("externalAgreementNo").textValue()).isEqualTo("T1");
        assertThat(visit.query(shop, Shop.named("T1")).path("sub_code").textValue())
                .isEqualTo("AGREEMENT_HAS_UNSIGNED");
        var notice = receiver.received().get(0);
        assertThat(notice.path()).isEqualTo("/gateway");
        assertThat(notice.fields(StandardCharsets.UTF_8))
                .containsEntry("notify_type", "dut_user_unsign")
                .containsEntry("status", "UNSIGN")
                .containsEntry("unsign_time", "2026-11-22 10:00:30")
                .containsEntry("external_agreement_no", "T1")
                .containsEntry("agreement_no", status.path("agreementNo").textValue())
                .doesNotContainKeys("sign_time", "valid_time", "invalid_time");
        assertThat(Visit.genuine(shop, notice)).isTrue();
    }

    @Test
    void tellsTheSignedAddressWithoutAGatewayAddress() {
        sign(Shop.old(), "T1", receiver.url("/signed"), "lost");

        end("{\"externalAgreementNo\":\"T1\"}");

        var notice = receiver.await(1).get(0);
        assertThat(notice.path()).isEqualTo("/signed");
        assertThat(Visit.genuine(Shop.old(), notice)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"/call, /call", "'', /gateway"})
    void tellsTheAddressOfTheCallElseTheGatewayAddress(String path, String told) {
        sign(shop, "T1", receiver.url("/signed"), "lost");
        var params = new TreeMap<>(shop.params(UNSIGN, Shop.named("T1")));
        params.put("notify_url", path.isEmpty() ? "" : receiver.url(path));

        assertThat(visit.gateway(shop, shop.signedForm(params))).contains("10000");

        assertThat(receiver.await(1).get(0).path()).isEqualTo(told);
        assertThat(receiver.received().get(0).field("notify_type")).isEqualTo("dut_user_unsign");
    }

    @Test
    void tellsOfASigningAtTheGatewayAddressWithoutANotifyUrl() {
        visit.sign(shop.signStr(Shop.period("T1")), "sign", "before");

        assertThat(receiver.received()).extracting(Receiver.Received::path).containsExactly("/gateway");
    }

    @Test
    void tellsAnEndOnce() {
        sign(shop, "T1", receiver.url("/signed"), "lost");

        end("{\"externalAgreementNo\":\"T1\",\"notify\":\"before\"}");
        var again = end("{\"externalAgreementNo\":\"T1\",\"notify\":\"before\"}");

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(Visit.json(again.body()).path("status").textValue()).isEqualTo("UNSIGN");
        assertThat(visit.notices("T1")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void unsignsByEitherNameAndKnowsTheEndByItsNumber(boolean byNumber) {
        sign(shop, "T1", receiver.url("/signed"), "lost");
        var number = visit.query(shop, Shop.named("T1")).path("agreement_no").textValue();
        var named = "{\"agreement_no\":\"" + number + "\"}";

        var answer = visit.call(shop, UNSIGN, byNumber ? named : Shop.named("T1"));
        sign(shop, "T1", receiver.url("/signed"), "lost");

        assertThat(answer.path("code").textValue()).isEqualTo("10000");
        assertThat(visit.query(shop, named).path("sub_code").textValue()).isEqualTo("AGREEMENT_HAS_UNSIGNED");
        var again = visit.query(shop, Shop.named("T1")).path("agreement_no").textValue();
        assertThat(again).isNotBlank().isNotEqualTo(number);
        assertThat(visit.query(shop, "{\"agreement_no\":\"" + again + "\"}")
                        .path("status")
                        .textValue())
                .isEqualTo("NORMAL");
    }

    @Test
    void letsAnAgreementRunOutWithoutAWord() {
        var params = new TreeMap<>(shop.params("alipay.user.agreement.page.sign", Shop.period("T1")));
        params.put("notify_url", receiver.url("/signed"));
        var order = StrictJson.node()
                .put("signStr", shop.signStr(params))
                .put("notify", "lost")
                .put("validSeconds", 5);
        visit.post("/phone/paySignCenter", order.toString());
        var signed = visit.query(shop, Shop.named("T1"));

        clock.move(java.time.Duration.ofSeconds(5));

        assertThat(signed.path("invalid_time").textValue()).isEqualTo("2026-11-22 10:00:05");
        assertThat(visit.query(
                                shop,
                                "{\"agreement_no\":\""
                                        + signed.path("agreement_no").textValue() + "\"}")
                        .path("sub_code")
                        .textValue())
                .isEqualTo("USER_AGREEMENT_NOT_EXIST");
        assertThat(visit.call(shop, UNSIGN, Shop.named("T1")).path("sub_code").textValue())
                .isEqualTo("AGREEMENT_NOT_EXIST");
        assertThat(visit.notices("T1")).isEmpty();
        sign(shop, "T1", receiver.url("/signed"), "lost");
        assertThat(visit.query(shop, Shop.named("T1")).path("agreement_no")).isNotEqualTo(signed.path("agreement_no"));
    }

    @Test
    void forgesAnEndToo() {
        sign(shop, "T1", receiver.url("/signed"), "lost");

        end("{\"externalAgreementNo\":\"T1\",\"notify\":\"forged\"}");

        assertThat(Visit.genuine(shop, receiver.await(1).get(0))).isFalse();
    }

    @Test
    void knowsNoAgreementOfThisName() {
        assertThat(end("{\"externalAgreementNo\":\"T1\"}").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "[]", "{\"externalAgreementNo\":1}", "{\"externalAgreementNo\":\"T1\",\"notify\":\"x\"}"})
    void refusesAnOrderItDoesNotUnderstand(String body) {
        assertThat(end(body).statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> end(String body) {
        return visit.post("/alipay/unsign", body);
    }

    private void sign(Shop by, String external, String notifyUrl, String notify) {
        var params = new TreeMap<>(by.params("alipay.user.agreement.page.sign", Shop.period(external)));
        params.put("notify_url", notifyUrl);
        visit.sign(by.signStr(params), "sign", notify);
    }
}
