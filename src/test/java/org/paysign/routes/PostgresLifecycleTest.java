package org.paysign.routes;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.TextMessage;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.paysign.agreement.State;
import org.paysign.cli.RunningBundle;
import org.paysign.store.Postgres;

/** The shipped routes on PostgreSQL, each way an agreement lives once. */
class PostgresLifecycleTest {

    @RegisterExtension
    static final RunningBundle BUNDLE = new RunningBundle()
            .with("paysign.database.url", Postgres.database())
            .with("paysign.database.user", Postgres.USER)
            .with("paysign.database.password", Postgres.PASSWORD)
            .with("paysign.reconcile.cron", "0/1 * * * * ?");

    @Test
    void provesSyncResult() throws Exception {
        assertThat(Deal.signed(BUNDLE).state()).isEqualTo(State.SIGNED);
    }

    @Test
    void asksAboutWhatThePhoneDidNotProve() throws Exception {
        Deal deal = Deal.open(BUNDLE);
        deal.relay(deal.phone("cancel"));
        assertThat(deal.outcome(1).path("endpoint").asText()).isEqualTo("cancel");
    }

    @Test
    void hearsNotice() throws Exception {
        Deal deal = Deal.open(BUNDLE);
        assertThat(Sent.signed(deal).answer()).isEqualTo("200 success");
        assertThat(deal.outcome(1).path("endpoint").asText()).isEqualTo("success");
    }

    @Test
    void wakesSilentOne() throws Exception {
        Deal deal = Deal.open(BUNDLE);
        deal.phone("silent");
        Times.of(BUNDLE).pass(deal.number(), Duration.ofHours(1));
        assertThat(deal.outcome(1).path("endpoint").asText()).isEqualTo("success");
    }

    @Test
    void findsEndThatNobodyTold() throws Exception {
        Deal deal = Deal.signed(BUNDLE);
        deal.unsignInAlipay();
        Times.of(BUNDLE).pass(deal.number(), Duration.ofHours(25));
        assertThat(deal.outcome(2).path("endpoint").asText()).isEqualTo("ended");
    }

    @Test
    void unsigns() throws Exception {
        Deal deal = Deal.signed(BUNDLE);
        String request = "{\"requestId\":\"end-" + deal.requestId() + "\",\"merchant\":\"demo\",\"agreementNo\":\""
                + deal.stored().agreementNo() + "\"}";
        assertThat(ask(request)).contains("\"state\":\"ENDED\"").isEqualTo(ask(request));
        assertThat(deal.outcome(2).path("endpoint").asText()).isEqualTo("ended");
        assertThat(deal.again().state()).isEqualTo(State.ISSUED);
    }

    private static String ask(String request) throws Exception {
        String id = BUNDLE.send("paysign.unsign.request", request);
        return ((TextMessage) BUNDLE.receive("paysign.sign.reply", id)).getText();
    }
}
