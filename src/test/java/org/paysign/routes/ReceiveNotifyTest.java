package org.paysign.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paysign.agreement.State;
import org.paysign.cli.RunningBundle;
import org.paysign.store.Database;
import org.paysign.store.Rowset;

class ReceiveNotifyTest {

    private static final String SUCCESS = "200 success";
    private static final String FAIL = "200 fail";

    @RegisterExtension
    static final RunningBundle BUNDLE = new RunningBundle();

    @Test
    void answersSuccessAndTellsTheSuccessEndpoint() throws Exception {
        Deal deal = Deal.open(BUNDLE);

        assertThat(Sent.signed(deal).answer()).isEqualTo(SUCCESS);

        assertThat(deal.state()).isEqualTo(State.SIGNED);
        JsonNode outcome = deal.outcome(1);
        assertThat(outcome.path("endpoint").asText()).isEqualTo("success");
        assertThat(outcome.path("body").path("evidence").asText()).isEqualTo("notify");
        assertThat(outcome.path("body").path("alipay").path("external_logon_id").asText())
                .isEqualTo("a+b 1&2=3%26=张三");
    }

    @Test
    void tellsTheEndedEndpointAfterAnUnsign() throws Exception {
        Deal deal = Deal.open(BUNDLE);
        Sent.signed(deal).answer();
        deal.outcome(1);

        assertThat(Sent.unsigned(deal).answer()).isEqualTo(SUCCESS);

        assertThat(deal.outcome(2).path("endpoint").asText()).isEqualTo("ended");
        assertThat(deal.state()).isEqualTo(State.ENDED);
    }

    @Test
    void findsTheAgreementOfAnUnsignByAlipaysNumber() throws Exception {
        Deal deal = Deal.open(BUNDLE);
        String number = UUID.randomUUID().toString();
        Sent.signed(deal).with("agreement_no", number).answer();
        Sent unsigned = Sent.unsigned(deal).with("agreement_no", number).with("external_agreement_no", "");

        assertThat(unsigned.answer()).isEqualTo(SUCCESS);

        assertThat(deal.state()).isEqualTo(State.ENDED);
    }

    @Test
    void letsALateProofBeatACancellation() throws Exception {
        Deal deal = Deal.open(BUNDLE);
        deal.relay(deal.phone("cancel"));
        assertThat(deal.outcome(1).path("endpoint").asText()).isEqualTo("cancel");

        assertThat(Sent.signed(deal).answer()).isEqualTo(SUCCESS);

        JsonNode outcome = deal.outcome(2);
        assertThat(outcome.path("endpoint").asText()).isEqualTo("success");
        assertThat(outcome.path("body").path("version").asInt()).isEqualTo(2);
    }

    @Test
    void letsNoLateRepeatReviveWhatHasEnded() throws Exception {
        Deal deal = Deal.open(BUNDLE);
        Sent.unsigned(deal).answer();
        assertThat(deal.state()).isEqualTo(State.ENDED);

        assertThat(Sent.signed(deal).answer()).isEqualTo(SUCCESS);

        assertThat(deal.state()).isEqualTo(State.ENDED);
    }

    @Test
    void changesNothingByARepeat() throws Exception {
        Deal deal = Deal.open(BUNDLE);
        Sent sent = Sent.signed(deal);
        sent.answer();
        List<Map<String, Object>> before = rows(deal);

        assertThat(sent.answer()).isEqualTo(SUCCESS);
        assertThat(sent.with("notify_time", "2026-01-02 11:44:16").answer()).isEqualTo(SUCCESS);
        assertThat(sent.again().answer()).isEqualTo(SUCCESS);

        assertThat(rows(deal)).isEqualTo(before);
    }

    private static List<Map<String, Object>> rows(Deal deal) {
        return Rowset.of(
                BUNDLE.bean("database", Database.class),
                "SELECT state, fence, changed_at, due_at, outcome_version,"
                        + " (SELECT COUNT(*) FROM agreement_signal s WHERE s.agreement_id = a.id) signals,"
                        + " (SELECT COUNT(*) FROM outcome o WHERE o.agreement_id = a.id) outcomes"
                        + " FROM agreement a WHERE external_agreement_no = ?",
                deal.number());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TEMP", "STOP"})
    void asksAlipayAboutWhatIsNotInForce(String status) throws Exception {
        Deal deal = Deal.open(BUNDLE);
        deal.phone("sign");

        assertThat(Sent.signed(deal).with("status", status).answer()).isEqualTo(SUCCESS);

        JsonNode outcome = deal.outcome(1);
        assertThat(outcome.path("body").path("evidence").asText()).isEqualTo("query");
        assertThat(deal.state()).isEqualTo(State.SIGNED);
    }

    @Test
    void keepsWhatItDoesNotKnow() throws Exception {
        Deal deal = Deal.open(BUNDLE);
        Sent news = Sent.signed(deal).with("notify_type", "dut_user_news").again();
        Sent nobodys = Sent.signed(deal).with("external_agreement_no", "nobody").again();

        assertThat(news.answer()).isEqualTo(SUCCESS);
        assertThat(news.answer()).isEqualTo(SUCCESS);
        assertThat(nobodys.answer()).isEqualTo(SUCCESS);

        assertThat(kept(news)).containsExactly("dut_user_news");
        assertThat(kept(nobodys)).containsExactly("dut_user_sign");
        assertThat(deal.state()).isEqualTo(State.ISSUED);
    }

    private static List<Object> kept(Sent sent) {
        return Rowset.of(
                        BUNDLE.bean("database", Database.class),
                        "SELECT type FROM notice WHERE merchant = 'demo' AND notify_id = ?",
                        sent.notice().fields().getOrDefault("notify_id", ""))
                .stream()
                .flatMap(row -> row.values().stream())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "app_id, 2021000000000009",
        "personal_product_code, GENERAL_WITHHOLDING_P",
        "sign_scene, INDUSTRY|CARRENTAL"
    })
    void refusesWhatIsAboutSomethingElse(String field, String value) throws Exception {
        Deal deal = Deal.open(BUNDLE);

        assertThat(Sent.signed(deal).with(field, value).answer()).isEqualTo(FAIL);

        assertThat(deal.state()).isEqualTo(State.ISSUED);
    }

    @Test
    void refusesAChangedNotice() throws Exception {
        Deal deal = Deal.open(BUNDLE);
        byte[] form = Sent.signed(deal).form();
        form[form.length / 2] ^= 1;

        assertThat(BUNDLE.notice(form)).isNotEqualTo(SUCCESS);

        assertThat(deal.state()).isEqualTo(State.ISSUED);
    }

    @Test
    void readsGbk() throws Exception {
        Deal deal = Deal.open(BUNDLE);
        Sent sent = Sent.signed(deal);

        assertThat(BUNDLE.notice(new Sent(BUNDLE, sent.notice().withCharset("GBK")).form()))
                .isEqualTo(SUCCESS);

        assertThat(deal.state()).isEqualTo(State.SIGNED);
    }
}
