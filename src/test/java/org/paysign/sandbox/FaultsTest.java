package org.paysign.sandbox;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = SECONDS)
final class FaultsTest {

    private static final String QUERY = "alipay.user.agreement.query";
    private static final String UNSIGN = "alipay.user.agreement.unsign";

    private final Shop shop = Shop.demo();
    private final String form = shop.signedForm(shop.params(QUERY, Shop.named("T1")));
    private final Visit visit;

    FaultsTest(@TempDir Path data) {
        this.visit = Visit.to(data);
    }

    @AfterEach
    void leave() {
        visit.close();
    }

    @Test
    void answersHttp500ForTheNextCallsOnly() {
        order("http500", 2);

        assertThat(visit.post("/gateway.do", form).statusCode()).isEqualTo(500);
        assertThat(visit.get("/alipay/faults").body()).isEqualTo("[{\"kind\":\"http500\",\"next\":1}]");
        assertThat(visit.post("/gateway.do", form).statusCode()).isEqualTo(500);
        assertThat(visit.post("/gateway.do", form).statusCode()).isEqualTo(200);
        assertThat(visit.get("/alipay/faults").body()).isEqualTo("[]");
    }

    @Test
    void signsASystemErrorAndStillChecksTheCaller() {
        order("system-error", 2);

        assertThat(visit.query(shop, Shop.named("T1")).path("sub_code").textValue())
                .isEqualTo("SYSTEM_ERROR");
        assertThat(visit.gateway(shop, form.replace("T1", "T2"))).contains("isv.invalid-signature");
    }

    @Test
    void damagesTheSignatureOfAValidBody() {
        order("bad-signature", 1);

        var answer = visit.gateway(shop, form);
        assertThat(Visit.json(answer)
                        .path("alipay_user_agreement_query_response")
                        .path("sub_code")
                        .textValue())
                .isEqualTo("USER_AGREEMENT_NOT_EXIST");
        assertThat(Visit.json(answer).path("sign").textValue()).hasSize(344);
        assertThat(shop.trusts(answer)).isFalse();
    }

    @Test
    void resetsTheConnection() {
        order("reset", -1);

        assertThatThrownBy(() -> visit.gateway(shop, form)).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> visit.gateway(shop, form)).isInstanceOf(UncheckedIOException.class);
        order("reset", 0);
        assertThat(visit.gateway(shop, form)).contains("USER_AGREEMENT_NOT_EXIST");
    }

    @Test
    void doesTheWorkOfACallItAnswersTooLate() {
        visit.sign(shop.signStr(Shop.period("T1")), "sign");
        order("timeout", 1);
        var unsign = visit.request("/gateway.do")
                .timeout(Duration.ofMillis(300))
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                        shop.signedForm(shop.params(UNSIGN, Shop.named("T1")))));

        assertThatThrownBy(() -> visit.send(unsign, StandardCharsets.UTF_8))
                .hasCauseInstanceOf(HttpTimeoutException.class);
        await().untilAsserted(() -> assertThat(
                        visit.query(shop, Shop.named("T1")).path("sub_code").textValue())
                .isEqualTo("AGREEMENT_HAS_UNSIGNED"));
    }

    @Test
    void answersAfterTheHoldWhenSomebodyWaits(@TempDir Path data) {
        var settings = Visit.settings(data).withHold(Duration.ofMillis(200));
        try (var brief = new Visit(World.start(settings, Visit.at(Duration.ZERO)))) {
            brief.post("/alipay/faults", "{\"kind\":\"timeout\",\"next\":1}");

            assertThat(brief.query(shop, Shop.named("T1")).path("sub_code").textValue())
                    .isEqualTo("USER_AGREEMENT_NOT_EXIST");
        }
    }

    @Test
    void holdsMoreAnswersThanItHasThreadsAndStopsAtOnce(@TempDir Path data) {
        var crowded = Visit.to(data);
        crowded.post("/alipay/faults", "{\"kind\":\"timeout\",\"next\":100}");
        var client = java.net.http.HttpClient.newHttpClient();
        for (int i = 0; i < 100; i++) {
            var request = crowded.request("/gateway.do").POST(java.net.http.HttpRequest.BodyPublishers.ofString(form));
            var unused = client.sendAsync(request.build(), java.net.http.HttpResponse.BodyHandlers.discarding());
        }
        await().until(() -> crowded.get("/alipay/faults").body().equals("[]"));

        var start = System.nanoTime();
        crowded.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"flood\",\"next\":1}",
                "{\"kind\":\"timeout\"}",
                "{\"kind\":\"timeout\",\"next\":\"1\"}",
                "{\"kind\":\"timeout\",\"next\":-2}",
                "nothing"
            })
    void refusesAFaultItDoesNotKnow(String body) {
        assertThat(visit.post("/alipay/faults", body).statusCode()).isEqualTo(400);
    }

    private void order(String kind, int next) {
        assertThat(visit.post("/alipay/faults", "{\"kind\":\"" + kind + "\",\"next\":" + next + "}")
                        .statusCode())
                .isEqualTo(200);
    }
}
