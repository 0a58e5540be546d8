package org.paysign.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.paysign.agreement.State;
import org.paysign.cli.RunningBundle;
import org.paysign.store.TimeTravel;

/** A day between two questions, so that only time travel brings the next one. */
class ReconcileSignedTest {

    @RegisterExtension
    static final RunningBundle BUNDLE =
            new RunningBundle().with("paysign.reconcile.cron", "0/1 * * * * ?").with("paysign.poll.first-gap", "3600");

    @Test
    void findsUnsignThatNobodyTold() throws Exception {
        Deal deal = Deal.signed(BUNDLE);
        String number = deal.stored().agreementNo();
        deal.unsignInAlipay();

        time().pass(deal.number(), Duration.ofHours(25));

        JsonNode outcome = deal.outcome(2);
        assertThat(outcome.path("endpoint").asText()).isEqualTo("ended");
        assertThat(outcome.at("/body/agreementNo").asText()).isEqualTo(number).isNotEmpty();
        assertThat(outcome.at("/body/reason").asText()).isEqualTo("AGREEMENT_HAS_UNSIGNED");
        assertThat(outcome.at("/body/evidence").asText()).isEqualTo("query");
        assertThat(outcome.at("/body/version").asInt()).isEqualTo(2);
        assertThat(row(deal, "due_at")).isNull();
    }

    @Test
    void asksAgainADayLaterWhileItIsInForce() throws Exception {
        Deal deal = Deal.signed(BUNDLE);
        List<String> learnt = time().signals(deal.number());

        for (int day = 0; day < 2; day++) {
            OffsetDateTime before = due(deal);
            time().pass(deal.number(), Duration.ofHours(25));
            await().until(() -> due(deal).isAfter(before.minusHours(1)));
        }

        assertThat(deal.state()).isEqualTo(State.SIGNED);
        assertThat(row(deal, "last_answer")).isEqualTo("NORMAL");
        assertThat(row(deal, "attempts")).isEqualTo(0);
        assertThat(time().signals(deal.number())).as("nothing new was learnt").isEqualTo(learnt);
        assertThat(time().outcomes(deal.number())).hasSize(1);
    }

    @Test
    void neverReadsFaultAsEnd() throws Exception {
        Deal deal = Deal.signed(BUNDLE);
        deal.unsignInAlipay();
        BUNDLE.post("/alipay/faults", "{\"kind\":\"system-error\",\"next\":1}");
        time().pass(deal.number(), Duration.ofHours(25));
        await().until(() -> "40004 SYSTEM_ERROR".equals(row(deal, "last_answer")));
        assertThat(deal.state()).isEqualTo(State.SIGNED);

        time().pass(deal.number(), Duration.ofHours(1));

        assertThat(deal.outcome(2).path("endpoint").asText()).isEqualTo("ended");
    }

    @Test
    void isNotPutOffByAPhoneThatRepeatsItself() throws Exception {
        Deal deal = Deal.signed(BUNDLE);
        OffsetDateTime before = due(deal);
        int known = time().signals(deal.number()).size();

        deal.relay("6001");

        await().until(() -> time().signals(deal.number()).size() > known);
        assertThat(due(deal)).isEqualTo(before);
        assertThat(deal.state()).isEqualTo(State.SIGNED);
    }

    @Test
    void signsAgainUnderTheSameNumberAfterTheEnd() throws Exception {
        Deal first = ended();
        String earlier = first.stored().agreementNo();

        Deal again = first.again();
        assertThat(again.number()).isEqualTo(first.number());
        assertThat(again.state()).isEqualTo(State.ISSUED);
        again.relay(again.phone("sign"));

        JsonNode outcome = again.outcome(3);
        assertThat(outcome.path("endpoint").asText()).isEqualTo("success");
        assertThat(outcome.at("/body/requestId").asText()).isEqualTo(again.requestId());
        assertThat(outcome.at("/body/agreementNo").asText()).isNotEmpty().isNotEqualTo(earlier);
    }

    @Test
    void refusesToSignWhatIsInForce() throws Exception {
        Deal deal = Deal.signed(BUNDLE);
        JsonNode reply = BUNDLE.reply(
                Deal.request("again-" + deal.requestId(), "{\"external_agreement_no\":\"" + deal.number() + "\"}"));
        assertThat(reply.at("/error/violations/0/message").asText()).contains("unsign it first");
    }

    /** Alipay says "has been unsigned" of the number, and means the earlier agreement. */
    @Test
    void cancelsSecondSigningThatTheCustomerLeaves() throws Exception {
        Deal again = ended().again();

        again.relay(again.phone("cancel"));

        assertThat(again.outcome(3).path("endpoint").asText()).isEqualTo("cancel");
        assertThat(again.state()).isEqualTo(State.CANCELLED);
    }

    private static Deal ended() throws Exception {
        Deal deal = Deal.signed(BUNDLE);
        deal.unsignInAlipay();
        time().pass(deal.number(), Duration.ofHours(25));
        assertThat(deal.outcome(2).path("endpoint").asText()).isEqualTo("ended");
        return deal;
    }

    private static OffsetDateTime due(Deal deal) {
        return (OffsetDateTime) row(deal, "due_at");
    }

    private static TimeTravel time() {
        return Times.of(BUNDLE);
    }

    private static Object row(Deal deal, String column) {
        return time().agreement(deal.number()).get(column);
    }
}
