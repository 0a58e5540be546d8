package org.paysign.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paysign.agreement.Evidences.*;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DecisionTest {

    /** State, reason, resultStatus, evidence, whether Alipay is asked, and the signals that say so. */
    private static Stream<Arguments> verdicts() {
        return Stream.of(
                verdict("ISSUED,,,,false", ISSUED),
                verdict("ISSUED,,,,false"),
                verdict("UNKNOWN,,,,true", ISSUED, SILENT),
                verdict("UNKNOWN,,,,true", ISSUED, SAID_SIGNED),
                verdict("UNKNOWN,,,,true", ISSUED, SAID_SIGNED, NOT_SIGNED_7002),
                verdict("UNKNOWN,,,,true", ISSUED, SAID_UNKNOWN),
                verdict("UNKNOWN,,,,true", ISSUED, FAILED),
                verdict("UNKNOWN,,,,true", ISSUED, FAILED, NOT_SIGNED_6001),
                verdict("UNKNOWN,,,,true", ISSUED, CANCELLED, NOT_SIGNED),
                verdict("FAILED,,7002,QUERY,false", ISSUED, FAILED, NOT_SIGNED_7002),
                verdict("FAILED,,7002,,false", ISSUED, FAILED_AT_ONCE),
                verdict("FAILED,,6002,QUERY,false", ISSUED, OFFLINE, NOT_SIGNED_6001),
                verdict("FAILED,,7002,QUERY,true", ISSUED, FAILED, NOT_SIGNED_7002, CANCELLED),
                verdict("FAILED,,7002,QUERY,true", ISSUED, FAILED, NOT_SIGNED_7002, SILENT),
                verdict("FAILED,,7002,QUERY,true", ISSUED, FAILED, NOT_SIGNED_7002, SAID_SIGNED),
                verdict("CANCELLED,,6001,QUERY,false", ISSUED, CANCELLED, NOT_SIGNED_6001),
                verdict("CANCELLED,,6001,,false", ISSUED, CANCELLED_AT_ONCE),
                verdict("CANCELLED,,6001,QUERY,false", ISSUED, CANCELLED, FAILED, NOT_SIGNED_6001, NOT_SIGNED_7002),
                verdict("CANCELLED,,6001,QUERY,true", ISSUED, CANCELLED, FAILED, NOT_SIGNED_6001),
                verdict("CANCELLED,expired,,QUERY,false", ISSUED, SILENT, TOO_LATE),
                verdict("CANCELLED,expired,7000,QUERY,false", ISSUED, SAID_SIGNED, TOO_LATE),
                verdict("CANCELLED,expired,7001,QUERY,false", ISSUED, SAID_UNKNOWN, TOO_LATE_7001),
                verdict("FAILED,,7002,QUERY,false", ISSUED, FAILED, TOO_LATE_7001),
                verdict("CANCELLED,expired,7002,QUERY,true", ISSUED, FAILED, TOO_LATE),
                verdict("CANCELLED,,6001,QUERY,false", ISSUED, CANCELLED, NOT_SIGNED_6001, TOO_LATE),
                verdict("SIGNED,signed,7000,SYNC,false", ISSUED, SIGNED),
                verdict("SIGNED,signed,7000,SYNC,false", ISSUED, SIGNED_BY_QUERY, SIGNED),
                verdict("SIGNED,signed,6001,QUERY,false", ISSUED, CANCELLED, NOT_SIGNED_6001, SIGNED_BY_QUERY),
                verdict("SIGNED,signed,7002,QUERY,false", ISSUED, FAILED_AT_ONCE, SIGNED_BY_QUERY),
                verdict("SIGNED,signed,,QUERY,false", ISSUED, SILENT, TOO_LATE, SIGNED_BY_QUERY),
                verdict("ENDED,AGREEMENT_HAS_UNSIGNED,,QUERY,false", ISSUED, ENDED),
                verdict("ENDED,AGREEMENT_HAS_UNSIGNED,,QUERY,false", ISSUED, ENDED, SIGNED),
                verdict("ISSUED,,,,false", ISSUED, FAILED_AT_ONCE, AGAIN),
                verdict("ISSUED,,,,false", ISSUED, SILENT, TOO_LATE, AGAIN),
                verdict("UNKNOWN,,,,true", ISSUED, FAILED, NOT_SIGNED_7002, AGAIN, FAILED_AGAIN),
                verdict("FAILED,,7002,QUERY,false", ISSUED, CANCELLED_AT_ONCE, AGAIN, FAILED_AGAIN, NOT_SIGNED_AGAIN),
                verdict("CANCELLED,expired,,QUERY,false", ISSUED, FAILED_AT_ONCE, AGAIN, TOO_LATE_AGAIN),
                verdict("SIGNED,signed,7000,SYNC,false", ISSUED, AGAIN, FAILED_AGAIN, NOT_SIGNED_AGAIN, SIGNED),
                verdict("UNKNOWN,,,,true", ISSUED, PENDING),
                verdict("SIGNED,signed,,NOTIFY,false", ISSUED, PENDING, NOTIFIED),
                verdict("FAILED,,7002,QUERY,true", ISSUED, FAILED, NOT_SIGNED_7002, PENDING),
                verdict("FAILED,,7002,QUERY,false", ISSUED, FAILED, TOO_LATE_7001, PENDING),
                verdict("ISSUED,,,,false", ISSUED, PENDING, AGAIN),
                verdict("ENDED,unsigned,,NOTIFY,false", ISSUED, ENDED_A1),
                verdict("ENDED,unsigned,,NOTIFY,false", ISSUED, ENDED_A1, NOTIFIED, QUERIED, RESULT),
                verdict("ENDED,unsigned,,NOTIFY,false", ISSUED, ENDED, ENDED_A1),
                verdict("SIGNED,signed,,NOTIFY,false", ISSUED, ENDED_A1, NEXT),
                verdict("SIGNED,signed,,NOTIFY,false", ISSUED, NEXT, NOTIFIED, ENDED_A1),
                verdict("ENDED,unsigned,,NOTIFY,false", ISSUED, NOTIFIED, ENDED_A2),
                verdict("ISSUED,,,,false", ISSUED, ENDED_A1, AGAIN),
                verdict("UNKNOWN,,,,true", ISSUED, ENDED_A1, AGAIN, LATE, ENDED_LATE),
                verdict("SIGNED,signed,,NOTIFY,false", ISSUED, ENDED_A1, AGAIN, NEW, ENDED_LATE),
                verdict("ENDED,unsigned,,NOTIFY,false", ISSUED, ENDED_A1, AGAIN, NEW, ENDED_NEW),
                verdict("ENDED,unsigned,,NOTIFY,false", ISSUED, AGAIN, RESULT, ENDED_LATE),
                verdict("UNKNOWN,,,,true", ISSUED, ENDED_A1, AGAIN, ENDED_AGAIN),
                verdict("FAILED,,7002,QUERY,false", ISSUED, ENDED, AGAIN, FAILED_AGAIN, ENDED_AGAIN, NOT_SIGNED_AGAIN),
                verdict("UNKNOWN,,,,true", ISSUED, ENDED, AGAIN, NEW),
                verdict("FAILED,,7002,QUERY,true", ISSUED, ENDED, AGAIN, NEW, FAILED_AGAIN, NOT_SIGNED_AGAIN),
                verdict("FAILED,,7002,QUERY,false", ISSUED, ENDED, AGAIN, NEW, FAILED_AGAIN, NOT_SIGNED_AGAIN, NOT_NEW),
                verdict("SIGNED,signed,,NOTIFY,false", ISSUED, ENDED, AGAIN, NEW, NEW_BY_QUERY, ENDED_LATE),
                verdict("ENDED,unsigned,,NOTIFY,false", ISSUED, ENDED, AGAIN, NEW_BY_QUERY, ENDED_NEW),
                verdict("UNKNOWN,,,,true", ISSUED, ENDED, AGAIN, NEW, ENDED_NEW),
                verdict("UNKNOWN,,,,true", ISSUED, ENDED_A2, AGAIN, LATE),
                verdict("SIGNED,signed,,NOTIFY,false", ISSUED, ENDED_A2, AGAIN, LATE, LATE_BY_QUERY),
                verdict("ENDED,AGREEMENT_HAS_UNSIGNED,,QUERY,false", ISSUED, ENDED, QUERIED),
                verdict(
                        "SIGNED,signed,7000,SYNC,false",
                        ISSUED,
                        RESULT,
                        AGAIN,
                        ENDED_THIRD,
                        ONCE_MORE,
                        FIRST_BY_QUERY,
                        SECOND),
                verdict(
                        "SIGNED,signed,,QUERY,false",
                        ISSUED,
                        ENDED,
                        AGAIN,
                        NEW_BY_QUERY,
                        ENDED_THIRD,
                        ONCE_MORE,
                        THIRD_BY_QUERY));
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void decides(String expected, List<Signal> signals) {
        Verdict verdict = Decision.of(signals);
        assertThat(String.join(
                        ",",
                        verdict.state().name(),
                        verdict.reason(),
                        verdict.resultStatus(),
                        verdict.evidence().map(Evidence::name).orElse(""),
                        String.valueOf(verdict.open())))
                .isEqualTo(expected);
    }

    @Test
    void keepsFieldsOfTheProof() {
        assertThat(Decision.of(List.of(ISSUED, SIGNED)).alipay()).containsExactly(Map.entry("agreement_no", "A1"));
        Signal ended = new Signal.Ended(1, Evidence.NOTIFY, "A1", "unsigned", Map.of("unsign_time", "t"));
        assertThat(Decision.of(List.of(ISSUED, SIGNED, ended)).alipay()).containsExactly(Map.entry("unsign_time", "t"));
    }

    @Test
    void namesTheAgreementThatIsInForceOrHasEnded() {
        assertThat(Decision.of(List.of(ISSUED, FAILED_AT_ONCE)).agreementNo()).isEmpty();
        assertThat(Decision.of(List.of(ISSUED, NOTIFIED)).agreementNo()).isEqualTo("A1");
        assertThat(Decision.of(List.of(ISSUED, NOTIFIED, NEXT)).agreementNo()).isEqualTo("A2");
        assertThat(Decision.of(List.of(ISSUED, NOTIFIED, NEXT, ENDED_A2)).agreementNo())
                .isEqualTo("A2");
        assertThat(Decision.of(List.of(ISSUED, NOTIFIED, ENDED)).agreementNo()).isEmpty();
        assertThat(Decision.of(List.of(ISSUED, ENDED, ENDED_A1)).agreementNo()).isEqualTo("A1");
        assertThat(Decision.of(List.of(ISSUED, ENDED_A2, ENDED_A1)).agreementNo())
                .isEqualTo("A2");
    }

    /** Without that, two agreements could wait for each other for ever. */
    @Test
    void takesNoEndFromTheProofOfAnAgreement() {
        Signal first = new Signal.Signed(1, Evidence.QUERY, "A1", Map.of("sign_time", "1", "unsign_time", "9"));
        Signal second = new Signal.Signed(1, Evidence.QUERY, "A2", Map.of("sign_time", "2", "unsign_time", "8"));
        assertThat(Decision.of(List.of(ISSUED, first, second)).agreementNo()).isEqualTo("A2");
    }

    @Test
    void passesOnReasonOfThePhone() {
        Signal failed = new Signal.Claimed(1, Claim.FAILED, "7002", false, "ILLEGAL_PARAMS");
        assertThat(Decision.of(List.of(ISSUED, FAILED_AT_ONCE, failed)).reason())
                .isEqualTo("ILLEGAL_PARAMS");
    }

    /** What differs in nothing that is ranked must not be decided by who came first. */
    @Test
    void breaksTiesWithoutLookingAtTheOrder() {
        for (List<Signal> tied : List.of(
                List.of(signed("10"), signed("20"), signed("15")),
                List.<Signal>of(ended("10"), ended("20"), ended("15")),
                List.of(CANCELLED, CANCELLED_AT_ONCE, NOT_SIGNED_6001))) {
            List<Signal> reversed = new ArrayList<>(tied);
            Collections.reverse(reversed);
            assertThat(Decision.of(reversed)).isEqualTo(Decision.of(tied));
        }
        assertThat(Decision.of(List.of(CANCELLED_AT_ONCE, CANCELLED, NOT_SIGNED_6001))
                        .evidence())
                .isEqualTo(Optional.of(Evidence.QUERY));
    }

    private static Signal signed(String quota) {
        return new Signal.Signed(1, Evidence.QUERY, "A1", Map.of("agreement_no", "A1", "single_quota", quota));
    }

    private static Signal ended(String time) {
        return new Signal.Ended(1, Evidence.QUERY, "A1", "unsigned", Map.of("agreement_no", "A1", "unsign_time", time));
    }

    private static Arguments verdict(String expected, Signal... signals) {
        return Arguments.of(expected, List.of(signals));
    }
}
