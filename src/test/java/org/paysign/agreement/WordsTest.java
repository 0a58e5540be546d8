package org.paysign.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "SIGNED, agreement.signed, success",
        "FAILED, agreement.retry, retry",
        "CANCELLED, agreement.cancelled, cancel",
        "ENDED, agreement.ended, ended",
    })
    void tellsOutcomeAsTheContractSays(State state, String type, String target) {
        assertThat(state.hasOutcome()).isTrue();
        assertThat(OutcomeType.of(state).type()).isEqualTo(type);
        assertThat(OutcomeType.of(state).target()).isEqualTo(target);
    }

    @ParameterizedTest
    @CsvSource({"ISSUED", "UNKNOWN"})
    void tellsNothingBeforeItIsDecided(State state) {
        assertThat(state.hasOutcome()).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> OutcomeType.of(state));
    }

    @Test
    void ordersStatesByHowMuchIsKnown() {
        assertThat(Arrays.stream(State.values()).map(State::name))
                .containsExactly("ISSUED", "UNKNOWN", "FAILED", "CANCELLED", "SIGNED", "ENDED");
    }

    @Test
    void namesEvidenceAsTheContractDoes() {
        assertThat(Arrays.stream(Evidence.values()).map(Evidence::word)).containsExactly("sync", "notify", "query");
    }

    @ParameterizedTest
    @CsvSource({"'', T1", "' ', T1", "shop, ''", "shop, ' '"})
    void refusesBlankKey(String merchant, String number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AgreementKey(merchant, number))
                .withMessageContaining("externalAgreementNo");
    }

    @Test
    void takesNoPartInLaterChanges() {
        Map<String, String> fields = new HashMap<>(Map.of("a", "1"));
        Set<String> answered = new HashSet<>(Set.of("7002"));
        Signal.Signed signed = new Signal.Signed(1, Evidence.SYNC, "A1", fields);
        Signal.Ended ended = new Signal.Ended(1, Evidence.SYNC, "A1", "unsigned", fields);
        Signal.NotSigned notSigned = new Signal.NotSigned(1, answered, false);
        fields.clear();
        answered.clear();
        assertThat(signed.fields()).isEqualTo(ended.fields()).containsEntry("a", "1");
        assertThat(notSigned.answered()).containsExactly("7002");
    }

    @ParameterizedTest
    @CsvSource({
        "ISSUED, '', UNKNOWN, '', false",
        "FAILED, '', ISSUED, '', false",
        "UNKNOWN, '', FAILED, '', true",
        "FAILED, '', FAILED, '', false",
        "FAILED, '', CANCELLED, '', true",
        "CANCELLED, '', SIGNED, A1, true",
        "SIGNED, A1, SIGNED, A1, false",
        "SIGNED, '', SIGNED, A1, false",
        "SIGNED, A1, SIGNED, '', false",
        "SIGNED, A1, SIGNED, A2, true",
        "SIGNED, A1, ENDED, '', true",
        "ENDED, '', ENDED, A1, false",
        "ENDED, A1, ENDED, '', false",
        "ENDED, A1, ENDED, A2, true",
        "ENDED, A1, UNKNOWN, '', false",
        "SIGNED, A1, UNKNOWN, A2, false",
    })
    void tellsOnlyNews(State before, String numberBefore, State state, String number, boolean news) {
        Verdict verdict = new Verdict(state, "", "", number, Optional.empty(), Map.of(), false);
        assertThat(verdict.isNews(before, numberBefore)).isEqualTo(news);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22 10:00:00, 2026-11-22T02:00:00Z",
        "2115-02-01 00:00:00, 2115-01-31T16:00:00Z",
        "2028-02-29 23:59:59, 2028-02-29T15:59:59Z",
    })
    void readsEndInTheTimeOfAlipay(String time, Instant end) {
        assertThat(endingAt(Map.of("invalid_time", time)).invalidAt()).contains(end);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "never",
                "2026-11-22",
                "2026-11-22T10:00:00",
                "2026-11-22 10:00:00 ",
                "2026-02-30 10:00:00",
                "2026-13-01 10:00:00",
                "2026-11-22 24:00:00",
                "2026-11-22 10:00:60",
                "0000-00-00 00:00:00",
            })
    void knowsNoEndFromABadDate(String time) {
        assertThat(endingAt(Map.of("invalid_time", time)).invalidAt()).isEmpty();
    }

    @Test
    void knowsNoEndIfAlipayTellsNone() {
        assertThat(endingAt(Map.of("valid_time", "2026-11-22 10:00:00")).invalidAt())
                .isEmpty();
    }

    private static Verdict endingAt(Map<String, String> alipay) {
        return new Verdict(State.SIGNED, "signed", "", "A1", Optional.of(Evidence.QUERY), alipay, false);
    }
}
