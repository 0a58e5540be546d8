package org.paysign.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.paysign.agreement.State;
import org.paysign.cli.RunningBundle;
import org.paysign.store.TimeTravel;

/** Gaps so long that only time travel ends them. */
class PollUnknownTest {

    @RegisterExtension
    static final RunningBundle BUNDLE = new RunningBundle()
            .with("paysign.poll.first-gap", "3600")
            .with("paysign.poll.longest-gap", "3600")
            .with("camel.component.http.responseTimeout", "500")
            .with("camel.component.http.soTimeout", "500");

    /** Cancelled signings: one proven answer "not signed" would end each. */
    @Test
    void neverReadsFaultAsNotSigned() throws Exception {
        List<Deal> deals = new ArrayList<>();
        for (String fault : List.of("timeout", "http500", "system-error", "bad-signature", "reset")) {
            BUNDLE.post("/alipay/faults", "{\"kind\":\"" + fault + "\",\"next\":1}");
            deals.add(Deal.open(BUNDLE));
        }

        for (Deal deal : deals) {
            deal.relay("6001");
        }

        await().untilAsserted(() -> assertThat(deals)
                .extracting(deal -> String.valueOf(row(deal, "last_answer")))
                .contains("40004 SYSTEM_ERROR", "unproven:wrong_signature", "no_answer:http_500")
                .filteredOn(note -> note.matches("no_answer:(Socket|NoHttp).*Exception"))
                .as("for the time-out and the reset")
                .hasSize(2));
        assertThat(deals).allSatisfy(deal -> {
            assertThat(deal.state()).isEqualTo(State.UNKNOWN);
            assertThat(time().outcomes(deal.number())).isEmpty();
        });
        deals.forEach(deal -> time().pass(deal.number(), Duration.ofHours(1)));
        assertThat(deals)
                .extracting(deal -> deal.outcome(1).path("endpoint").asText())
                .containsOnly("cancel");
    }

    @Test
    void asksAboutSilentAgreement() throws Exception {
        Deal deal = Deal.open(BUNDLE);
        deal.phone("silent");
        assertThat(deal.state()).isEqualTo(State.ISSUED);

        time().pass(deal.number(), Duration.ofMinutes(15));

        JsonNode outcome = deal.outcome(1);
        assertThat(outcome.path("endpoint").asText()).isEqualTo("success");
        assertThat(outcome.at("/body/evidence").asText()).isEqualTo("query");
        assertThat(outcome.at("/body/alipay/status").asText()).isEqualTo("NORMAL");
    }

    @Test
    void expiresOnlyAfterTheSigningWindow() throws Exception {
        Deal deal = Deal.open(BUNDLE);
        deal.relay("7001");
        await().until(() -> "NotSigned".equals(row(deal, "last_answer")));
        assertThat(deal.state()).isEqualTo(State.UNKNOWN);

        time().pass(deal.number(), Duration.ofHours(23));
        await().until(() -> ((Number) row(deal, "attempts")).intValue() >= 2 && row(deal, "lease_until") == null);
        assertThat(deal.state()).isEqualTo(State.UNKNOWN);
        time().pass(deal.number(), Duration.ofHours(2));

        JsonNode outcome = deal.outcome(1);
        assertThat(outcome.path("endpoint").asText()).isEqualTo("cancel");
        assertThat(outcome.at("/body/reason").asText()).isEqualTo("expired");
    }

    @Test
    void sendsSecondVersionWhenSignedAfterCancelled() throws Exception {
        Deal deal = Deal.open(BUNDLE);
        deal.relay("6001");
        JsonNode first = deal.outcome(1);

        deal.relay(deal.phone("sign"));

        JsonNode second = deal.outcome(2);
        assertThat(first.at("/body/version").asInt()).isEqualTo(1);
        assertThat(second.path("endpoint").asText()).isEqualTo("success");
        assertThat(second.at("/body/version").asInt()).isEqualTo(2);
        assertThat(second.path("id")).isNotEqualTo(first.path("id"));
        assertThat(deal.state()).isEqualTo(State.SIGNED);
    }

    @Test
    void asksAgainWhenPhoneRepeatsItsWord() throws Exception {
        Deal deal = Deal.open(BUNDLE);
        deal.relay("6001");
        deal.outcome(1);
        deal.phone("silent");

        deal.relay("6001");

        assertThat(deal.outcome(2).path("endpoint").asText()).isEqualTo("success");
    }

    private static TimeTravel time() {
        return Times.of(BUNDLE);
    }

    private static Object row(Deal deal, String column) {
        return time().agreement(deal.number()).get(column);
    }
}
