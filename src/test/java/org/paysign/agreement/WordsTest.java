package org.paysign.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
