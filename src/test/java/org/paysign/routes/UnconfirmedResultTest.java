package org.paysign.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paysign.cli.RunningBundle;

/** Codes that are believed at once: nobody answers at the gateway, so an outcome cannot come from a question. */
class UnconfirmedResultTest {

    @RegisterExtension
    static final RunningBundle BUNDLE = new RunningBundle().with("paysign.result.confirm", "7002");

    @ParameterizedTest
    @CsvSource({"6001, cancel, user_cancelled", "6002, retry, network_error"})
    void sendsOutcomeOfCodesThatNeedNoAnswer(String code, String endpoint, String reason) throws Exception {
        BUNDLE.post("/alipay/faults", "{\"kind\":\"http500\",\"next\":-1}");
        Deal deal = Deal.open(BUNDLE);

        deal.relay(code);

        JsonNode outcome = deal.outcome(1);
        assertThat(outcome.path("endpoint").asText()).isEqualTo(endpoint);
        assertThat(outcome.at("/body/reason").asText()).isEqualTo(reason);
        assertThat(outcome.at("/body/resultStatus").asText()).isEqualTo(code);
        assertThat(outcome.at("/body/evidence").isNull()).isTrue();
        BUNDLE.post("/alipay/faults", "{\"kind\":\"http500\",\"next\":0}");
    }

    @ParameterizedTest
    @CsvSource("7002, retry, sign_failed")
    void stillAsksAboutTheOthers(String code, String endpoint, String reason) throws Exception {
        Deal deal = Deal.open(BUNDLE);

        deal.relay(code);

        JsonNode outcome = deal.outcome(1);
        assertThat(outcome.path("endpoint").asText()).isEqualTo(endpoint);
        assertThat(outcome.at("/body/reason").asText()).isEqualTo(reason);
        assertThat(outcome.at("/body/evidence").asText()).isEqualTo("query");
    }
}
