package org.paysign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CertificateModeTest {

    private static final String PAGE_SIGN = "alipay.user.agreement.page.sign";
    private static final String QUERY = "alipay.user.agreement.query";

    private final HandClock clock = new HandClock();
    private final Receiver receiver = new Receiver();
    private final Shop shop;
    private final SandboxCertificates certificates;
    private final Visit visit;

    CertificateModeTest(@TempDir Path data) {
        var keys = SandboxKeys.of(data, "demo-cert");
        this.shop = new Shop("2021000000000003", "RSA2", "UTF-8", keys.app(), keys.alipay());
        this.certificates = SandboxCertificates.of(keys, clock);
        var app = FakeApp.of("demo-cert", shop.appId(), "RSA2", "UTF-8", keys).withCertificates(keys, clock);
        var apps = List.of(app, Shop.demo().known());
        this.visit = new Visit(World.start(WorldSettings.of(data, 0, "paysign.sandbox.port", apps), clock));
    }

    @AfterEach
    void leave() {
        visit.close();
        receiver.close();
    }

    @Test
    void acceptsItsSerialsAndNamesItsOwn() {
        var told = visit.sign(shop.signStr(params(PAGE_SIGN, Shop.period("T1"))), "sign");

        assertThat(told.path("resultStatus").textValue()).isEqualTo("7000");
        assertThat(shop.trusts(told.path("result").textValue())).isTrue();
        assertThat(serial(told.path("result").textValue())).isEqualTo(certificates.alipaySerial());
        var answer = visit.gateway(shop, shop.signedForm(params(QUERY, Shop.named("T1"))));
        assertThat(shop.trusts(answer)).isTrue();
        assertThat(serial(answer)).isEqualTo(certificates.alipaySerial());
        assertThat(node(answer).path("status").textValue()).isEqualTo("NORMAL");
    }

    @ParameterizedTest
    @CsvSource({
        "app_cert_sn, '', isv.missing-app-cert-sn",
        "app_cert_sn, 687b59193f3f462dd5336e5abf83c5d8, isv.invalid-app-cert-sn",
        "alipay_root_cert_sn, '', isv.missing-alipay-root-cert-sn",
        "alipay_root_cert_sn, 687b59193f3f462dd5336e5abf83c5d8, isv.invalid-alipay-root-cert-sn"
    })
    void refusesOtherSerials(String name, String value, String subCode) {
        var params = new TreeMap<>(params(QUERY, Shop.named("T1")));
        params.put(name, value);
        var answer = visit.gateway(shop, shop.signedForm(params));

        assertThat(node(answer).path("sub_code").textValue()).isEqualTo(subCode);
        assertThat(shop.trusts(answer)).isTrue();

        params = new TreeMap<>(params(PAGE_SIGN, Shop.period("T1")));
        params.put(name, value);
        var told = visit.sign(shop.signStr(params), "sign");
        assertThat(told.path("resultStatus").textValue()).isEqualTo("7002");
        assertThat(told.path("result").textValue()).contains(subCode);
    }

    @Test
    void wantsTheSerialsSigned() {
        var params = new TreeMap<>(shop.params(QUERY, Shop.named("T1")));
        params.put("sign", shop.sign(params));
        params.put("app_cert_sn", certificates.appSerial());
        params.put("alipay_root_cert_sn", certificates.rootSerial());

        assertThat(visit.gateway(shop, shop.form(params))).contains("isv.invalid-signature");
    }

    @Test
    void namesNoCertificateToAnApplicationWithPlainKeys() {
        var answer =
                visit.gateway(Shop.demo(), Shop.demo().signedForm(Shop.demo().params(QUERY, Shop.named("T1"))));

        assertThat(answer).doesNotContain("cert_sn");
    }

    @Test
    void signsNoticesWithTheKeyOfTheCertificate() {
        var params = new TreeMap<>(params(PAGE_SIGN, Shop.period("T1")));
        params.put("notify_url", receiver.url("/"));
        visit.sign(shop.signStr(params), "sign", "before");

        assertThat(Visit.genuine(shop, receiver.received().get(0))).isTrue();
    }

    private Map<String, String> params(String method, String biz) {
        var params = new TreeMap<>(shop.params(method, biz));
        params.put("app_cert_sn", certificates.appSerial());
        params.put("alipay_root_cert_sn", certificates.rootSerial());
        return params;
    }

    private static String serial(String answer) {
        return Visit.json(answer).path("alipay_cert_sn").asText();
    }

    private static JsonNode node(String answer) {
        return Visit.json(answer).path("alipay_user_agreement_query_response");
    }
}
