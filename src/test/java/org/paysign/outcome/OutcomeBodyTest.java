package org.paysign.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paysign.agreement.Evidence;
import org.paysign.agreement.State;
import org.paysign.agreement.Verdict;
import org.paysign.json.StrictJson;
import org.paysign.support.SampleAgreement;

class OutcomeBodyTest {

    private static final Instant TIME = Instant.parse("2026-11-22T02:00:00.123456Z");

    private final JsonMapper json = StrictJson.mapper();

    @Test
    void writesSignedAsTheContractShows() {
        Verdict signed = new Verdict(
                State.SIGNED,
                "signed",
                "",
                "A1",
                Optional.of(Evidence.SYNC),
                Map.of("status", "NORMAL", "agreement_no", "A1", "alipay_logon_id", "张*"),
                false);
        assertThat(compose(signed))
                .isEqualTo("{\"id\":\"id-1\",\"version\":3,\"type\":\"agreement.signed\",\"merchant\":\"shop\","
                        + "\"requestId\":\"order-1001\",\"externalAgreementNo\":\"T1\",\"agreementNo\":\"A1\","
                        + "\"resultStatus\":null,\"reason\":\"signed\",\"evidence\":\"sync\","
                        + "\"advice\":\"Alipay confirmed the agreement: charge by its agreementNo.\","
                        + "\"occurredAt\":\"2026-11-22T10:00:00.123+08:00\","
                        + "\"alipay\":{\"agreement_no\":\"A1\",\"alipay_logon_id\":\"张*\",\"status\":\"NORMAL\"}}");
    }

    @ParameterizedTest
    @CsvSource({
        "FAILED, '', 7002, agreement.retry, sign_failed, Find the cause",
        "FAILED, ILLEGAL_PARAMS, 7002, agreement.retry, ILLEGAL_PARAMS, Find the cause",
        "FAILED, ILLEGAL_PARAMS, 7002, agreement.retry, ILLEGAL_PARAMS, A parameter is illegal",
        "FAILED, '', 6002, agreement.retry, network_error, The phone had no network",
        "FAILED, X, 6002, agreement.retry, X, The phone had no network",
        "CANCELLED, '', 6001, agreement.cancelled, user_cancelled, The customer left",
        "CANCELLED, X, 6001, agreement.cancelled, X, The customer left",
        "CANCELLED, expired, '', agreement.cancelled, expired, The time to sign ran out",
        "ENDED, AGREEMENT_HAS_UNSIGNED, '', agreement.ended, AGREEMENT_HAS_UNSIGNED, stop charging",
    })
    void explainsOutcome(State state, String reason, String resultStatus, String type, String word, String advice)
            throws JsonProcessingException {
        JsonNode body = json.readTree(
                compose(new Verdict(state, reason, resultStatus, "", Optional.of(Evidence.QUERY), Map.of(), false)));
        assertThat(body.path("type").asText()).isEqualTo(type);
        assertThat(body.path("reason").asText()).isEqualTo(word);
        assertThat(body.path("advice").asText()).contains(advice);
        assertThat(body.path("resultStatus").asText("")).isEqualTo(resultStatus);
        assertThat(body.path("evidence").asText()).isEqualTo("query");
        assertThat(body.path("agreementNo").isNull()).isTrue();
        assertThat(body.path("alipay").isObject()).isTrue();
    }

    @Test
    void hasNoEvidenceForUnconfirmedWord() throws JsonProcessingException {
        Verdict verdict = new Verdict(State.CANCELLED, "", "6001", "", Optional.empty(), Map.of(), false);
        assertThat(json.readTree(compose(verdict)).path("evidence").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"ISSUED", "UNKNOWN"})
    void refusesStateThatIsNoOutcome(State state) {
        Verdict verdict = new Verdict(state, "", "", "", Optional.empty(), Map.of(), true);
        assertThatIllegalArgumentException().isThrownBy(() -> compose(verdict));
    }

    private String compose(Verdict verdict) {
        return new OutcomeBody(json).compose("id-1", 3, SampleAgreement.valid(), verdict, TIME);
    }
}
