package org.paysign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NoticesTest {

    private static final Duration GAP = Duration.ofMinutes(4);

    private final Shop shop = Shop.demo();
    private final HandClock clock = new HandClock();
    private final Receiver receiver = new Receiver();
    private final Path data;
    private Visit visit;

    NoticesTest(@TempDir Path data) {
        this.data = data;
        this.visit = new Visit(World.start(settings(), clock));
    }

    /** In Alipay's own time. */
    private WorldSettings settings() {
        return Visit.settings(data).withNoticeGap(GAP);
    }

    private void restart(WorldSettings settings) {
        visit.close();
        visit = new Visit(World.start(settings, clock));
    }

    @AfterEach
    void leave() {
        visit.close();
        receiver.close();
    }

    @Test
    void tellsTheSignedAddressWhatWasSigned() {
        var told = visit.sign(signStr(shop, "T1", receiver.url("/n?a=b")), "sign", "on");

        var notice = receiver.await(1).get(0);
        assertThat(notice.type()).isEqualTo("application/x-www-form-urlencoded; charset=UTF-8");
        var node = Visit.json(told.path("result").textValue()).path("alipay_user_agreement_page_sign_response");
        assertThat(notice.fields(StandardCharsets.UTF_8))
                .containsEntry("charset", "UTF-8")
                .containsEntry("notify_time", "2026-11-22 10:00:00")
                .containsEntry("notify_type", "dut_user_sign")
                .containsEntry("sign_type", "RSA2")
                .containsEntry("version", "1.0")
                .containsEntry("app_id", shop.appId())
                .containsEntry("auth_app_id", shop.appId())
                .containsEntry("alipay_logon_id", "138****0000")
                .containsEntry("external_agreement_no", "T1")
                .containsEntry("external_logon_id", "13800000000")
                .containsEntry("personal_product_code", "CYCLE_PAY_AUTH_P")
                .containsEntry("sign_scene", "INDUSTRY|DIGITAL_MEDIA")
                .containsEntry("status", "NORMAL")
                .containsEntry("sign_time", "2026-11-22 10:00:00")
                .containsEntry("valid_time", "2026-11-22 10:00:00")
                .containsEntry("invalid_time", "2115-02-01 00:00:00")
                .containsEntry("agreement_no", node.path("agreement_no").textValue())
                .containsEntry("alipay_user_id", node.path("alipay_user_id").textValue())
                .doesNotContainKey("unsign_time")
                .hasEntrySatisfying("notify_id", id -> assertThat(id).matches("[0-9a-f]{34}"))
                .hasSize(20);
        assertThat(Visit.genuine(shop, notice)).isTrue();
        assertThat(Visit.trustedWith(shop, notice, Set.of("sign"))).isFalse();
        var listed = awaitNotice("T1");
        assertThat(listed.path("notifyId").textValue()).isEqualTo(notice.field("notify_id"));
        assertThat(listed.path("type").textValue()).isEqualTo("dut_user_sign");
        assertThat(listed.path("url").textValue()).isEqualTo(receiver.url("/n?a=b"));
        assertThat(listed.path("attempts").intValue()).isEqualTo(1);
        assertThat(listed.path("lastAnswer").textValue()).isEqualTo("success");
    }

    @Test
    void tellsInTheCharsetOfTheApplication() {
        var old = Shop.old();
        visit.sign(signStr(old, "编号1", receiver.url("/")), "sign", "on");

        var notice = receiver.await(1).get(0);
        assertThat(notice.type()).isEqualTo("application/x-www-form-urlencoded; charset=GBK");
        assertThat(notice.body()).contains("external_agreement_no=%B1%E0%BA%C51&");
        assertThat(notice.field("sign_type")).isEqualTo("RSA");
        assertThat(Visit.genuine(old, notice)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown-signed", "cancel-signed", "network-signed", "silent"})
    void tellsWhateverThePhoneMakesOfIt(String act) {
        visit.sign(signStr(shop, "T1", receiver.url("/")), act, "on");

        assertThat(receiver.await(1).get(0).field("status")).isEqualTo("NORMAL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown-unsigned", "fail", "cancel", "network", "forge"})
    void tellsNothingWhenNothingWasSigned(String act) {
        visit.sign(signStr(shop, "T1", receiver.url("/")), act, "on");

        assertThat(notices("T1")).isEmpty();
    }

    @Test
    void tellsASigningOnce() {
        visit.sign(signStr(shop, "T1", receiver.url("/")), "cancel-signed", "on");
        visit.sign(signStr(shop, "T1", receiver.url("/")), "sign", "on");

        assertThat(notices("T1")).hasSize(1);
    }

    @Test
    void losesWhatIsToBeLost() {
        visit.sign(signStr(shop, "T1", receiver.url("/")), "sign", "lost");
        visit.sign(signStr(shop, "T2", receiver.url("/")), "sign", "on");

        assertThat(receiver.await(1).get(0).field("external_agreement_no")).isEqualTo("T2");
        assertThat(notices("T1")).isEmpty();
    }

    @Test
    void isLateWhenItShallBe() {
        visit.sign(signStr(shop, "T1", receiver.url("/")), "sign", "late");
        clock.move(Duration.ofMillis(2999));
        visit.sign(signStr(shop, "T2", receiver.url("/")), "sign", "before");
        assertThat(receiver.received())
                .extracting(sent -> sent.field("external_agreement_no"))
                .containsExactly("T2");

        clock.move(Duration.ofMillis(1));
        assertThat(receiver.await(2).get(1).field("notify_time")).isEqualTo("2026-11-22 10:00:03");
    }

    @Test
    void tellsTwiceEvenAfterSuccess() {
        visit.sign(signStr(shop, "T1", receiver.url("/")), "sign", "twice");

        var sent = receiver.await(2);
        assertThat(sent)
                .extracting(notice -> notice.field("notify_id"))
                .containsOnly(sent.get(0).field("notify_id"));
        assertThat(sent).allMatch(notice -> Visit.genuine(shop, notice));
        await().until(() -> awaitNotice("T1").path("attempts").intValue() == 2);
        clock.move(Duration.ofDays(2));
        flush();
        assertThat(receiver.received()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sign", "cancel"})
    void forgesOnceAndSendsNothingGenuine(String act) {
        receiver.answers(200, "fail");
        visit.sign(signStr(shop, "T1", receiver.url("/")), act, "forged");

        var forged = receiver.await(1).get(0);
        assertThat(forged.field("status")).isEqualTo("NORMAL");
        assertThat(forged.field("sign")).isNotBlank();
        assertThat(Visit.genuine(shop, forged)).isFalse();
        clock.move(Duration.ofDays(2));
        receiver.answers(200, "success");
        flush();
        assertThat(receiver.received()).hasSize(2);
    }

    @Test
    void isAnsweredBeforeThePhoneReturns() {
        visit.sign(signStr(shop, "T1", receiver.url("/")), "sign", "before");

        assertThat(receiver.received()).hasSize(1);
        assertThat(notices("T1").get(0).path("answeredSuccess").booleanValue()).isTrue();
    }

    @Test
    void returnsWithoutAnAnswerThatTakesTooLong() {
        restart(settings().withNotices(times(Duration.ofSeconds(20), Duration.ofMillis(200))));
        var hold = new CountDownLatch(1);
        receiver.first(() -> pass(hold));

        var told = visit.sign(signStr(shop, "T1", receiver.url("/")), "sign", "before");

        assertThat(told.path("resultStatus").textValue()).isEqualTo("7000");
        assertThat(notices("T1").get(0).path("answeredSuccess").booleanValue()).isFalse();
        hold.countDown();
        assertThat(awaitNotice("T1").path("answeredSuccess").booleanValue()).isTrue();
    }

    @Test
    void countsNoAnswerInTimeAsNotDelivered() {
        restart(settings().withNotices(times(Duration.ofMillis(200), Duration.ZERO)));
        var hold = new CountDownLatch(1);
        receiver.first(() -> pass(hold));
        visit.sign(signStr(shop, "T1", receiver.url("/")), "sign", "on");
        receiver.await(1);
        clock.move(GAP);

        receiver.await(2);
        hold.countDown();
        assertThat(awaitNotice("T1").path("attempts").intValue()).isEqualTo(2);
    }

    @Test
    void repeatsOnAlipaysSchedule() {
        receiver.answers(200, "fail");
        visit.sign(signStr(shop, "T1", receiver.url("/")), "sign", "on");
        receiver.await(1);
        int sends = 1;
        for (int minutes : new int[] {4, 10, 10, 60, 120, 360, 900}) {
            clock.move(Duration.ofMinutes(minutes).minusMillis(1));
            flush();
            assertThat(about("T1")).hasSize(sends);
            clock.move(Duration.ofMillis(1));
            sends++;
            int wanted = sends;
            await().until(() -> about("T1").size() == wanted);
        }
        clock.move(Duration.ofDays(9));
        flush();
        assertThat(about("T1")).hasSize(8);
        assertThat(about("T1"))
                .extracting(sent -> sent.field("notify_id"))
                .containsOnly(about("T1").get(0).field("notify_id"));
        assertThat(about("T1")).extracting(sent -> sent.field("notify_time")).doesNotHaveDuplicates();
        assertThat(about("T1")).allMatch(sent -> Visit.genuine(shop, sent));
        assertThat(notices("T1").get(0).path("attempts").intValue()).isEqualTo(8);
    }

    @Test
    void shrinksAllGapsAlike() {
        var times = NoticeTimes.USUAL;

        assertThat(times.next(1, Shop.NOW)).contains(Shop.NOW.plusMillis(1000));
        assertThat(times.next(2, Shop.NOW)).contains(Shop.NOW.plusMillis(2500));
        assertThat(times.next(7, Shop.NOW)).contains(Shop.NOW.plusSeconds(225));
        assertThat(times.next(8, Shop.NOW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "200, SUCCESS, SUCCESS",
        "200, 'success\n', success",
        "200, ' success', ' success'",
        "200, successs, successs",
        "200, '', ''",
        "200, 'a long text of many words', a long text of m",
        "500, success, success",
        "302, success, success"
    })
    void repeatsUntilTheAnswerIsExactlySuccess(int status, String body, String shown) {
        receiver.answers(status, body);
        visit.sign(signStr(shop, "T1", receiver.url("/")), "sign", "before");
        assertThat(notices("T1").get(0).path("lastAnswer").textValue()).isEqualTo(shown);
        assertThat(notices("T1").get(0).path("answeredSuccess").booleanValue()).isFalse();
        receiver.answers(200, "success");
        clock.move(GAP);

        assertThat(awaitNotice("T1").path("attempts").intValue()).isEqualTo(2);
    }

    @Test
    void readsNoMoreThanTheBeginningOfAnAnswer() {
        receiver.answers(200, "x".repeat(1_000_000));
        visit.sign(signStr(shop, "T1", receiver.url("/")), "sign", "before");

        assertThat(notices("T1").get(0).path("lastAnswer").textValue()).isEqualTo("x".repeat(16));
    }

    @Test
    void goesOnWhenNobodyListensAndAfterARestart() {
        var url = receiver.url("/");
        receiver.close();
        visit.sign(signStr(shop, "T1", url), "sign", "before");
        assertThat(notices("T1").get(0).path("lastAnswer").isNull()).isTrue();
        clock.move(GAP);
        restart(settings());

        await().until(() -> notices("T1").get(0).path("attempts").intValue() == 2);
    }

    @Test
    void keepsNobodyWaitingForASlowMerchant() {
        var hold = new CountDownLatch(1);
        receiver.first(() -> pass(hold));
        visit.sign(signStr(shop, "T1", receiver.url("/")), "sign", "on");
        receiver.await(1);
        try (var quick = new Receiver()) {
            visit.sign(signStr(shop, "T2", quick.url("/")), "sign", "before");
            assertThat(quick.received()).hasSize(1);
        }
        assertTimeout(Duration.ofSeconds(4), () -> restart(settings()));
        hold.countDown();
        clock.move(GAP);

        assertThat(awaitNotice("T1").path("attempts").intValue()).isEqualTo(2);
    }

    @Test
    void sendsWhatItOwesAfterARestart() {
        receiver.answers(200, "fail");
        visit.sign(signStr(shop, "T1", receiver.url("/")), "sign", "before");
        restart(settings());
        receiver.answers(200, "success");
        clock.move(GAP);

        var sent = receiver.await(2);
        assertThat(sent.get(1).field("notify_id")).isEqualTo(sent.get(0).field("notify_id"));
        assertThat(Visit.genuine(shop, sent.get(1))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://merchant.example/notify",
                "http://127.0.0.1.merchant.example/",
                "http://127.0.0.1@merchant.example/",
                "http://merchant.example@127.0.0.1/",
                "http://localhost.merchant.example/",
                "http://10.0.0.1/",
                "http://0.0.0.0/",
                "http://127.1/",
                "http://2130706433/",
                "http://[::ffff:127.0.0.1]/",
                "http://127.0.0.1:99999/",
                "ftp://127.0.0.1/",
                "file:///etc/passwd",
                "127.0.0.1",
                "no address"
            })
    void neverLeavesThisMachine(String url) {
        visit.sign(signStr(shop, "T1", url), "sign", "before");

        var notice = notices("T1").get(0);
        assertThat(notice.path("lastAnswer").textValue()).isEqualTo("refused: not on this machine");
        assertThat(notice.path("attempts").intValue()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:1/", "HTTP://LOCALHOST/", "https://127.0.0.1/", "http://[::1]:8080/n"})
    void knowsThisMachine(String url) {
        assertThat(Loopback.address(url)).isPresent();
    }

    @Test
    void sendsNothingWithoutAnAddress() {
        visit.sign(shop.signStr(Shop.period("T1")), "sign", "on");

        assertThat(notices("T1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"never", "ON", ""})
    void listsTheChoices(String notify) {
        var response = visit.post("/phone/paySignCenter", "{\"signStr\":\"x\",\"notify\":\"" + notify + "\"}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("on, lost, late, twice, forged, before");
    }

    private static NoticeTimes times(Duration patience, Duration before) {
        return new NoticeTimes(GAP, Duration.ZERO, patience, before);
    }

    /** What is due now has been sent when this returns. */
    private void flush() {
        var external = "F" + clock.instant().toEpochMilli();
        var params = pageSign(shop, external, receiver.url("/"));
        params.put("timestamp", Shop.time(clock.instant()));
        visit.sign(shop.signStr(params), "sign", "before");
        assertThat(about(external)).hasSize(1);
    }

    private List<Receiver.Received> about(String external) {
        return receiver.received().stream()
                .filter(sent -> sent.field("external_agreement_no").equals(external))
                .toList();
    }

    private static void pass(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String signStr(Shop shop, String external, String notifyUrl) {
        return shop.signStr(pageSign(shop, external, notifyUrl));
    }

    private static Map<String, String> pageSign(Shop shop, String external, String notifyUrl) {
        var params = new TreeMap<>(shop.params("alipay.user.agreement.page.sign", Shop.period(external)));
        params.put("notify_url", notifyUrl);
        return params;
    }

    private List<JsonNode> notices(String external) {
        return visit.notices(external);
    }

    private JsonNode awaitNotice(String external) {
        return await().until(() -> notices(external).get(0), notice -> notice.path("answeredSuccess")
                .booleanValue());
    }
}
