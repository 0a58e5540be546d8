package org.paysign.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.paysign.support.AlipayText.answer;
import static org.paysign.support.AlipayText.error;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paysign.agreement.Evidence;
import org.paysign.agreement.Signal;
import org.paysign.gateway.GatewayCall;
import org.paysign.query.Answer.Kind;
import org.paysign.store.Due;
import org.paysign.support.AlipayText;
import org.paysign.support.SampleAgreement;
import org.paysign.support.SampleMerchant;

class AnswerReaderTest {

    @Test
    void learnsThatItIsSigned() {
        Answer answer = read(answer());
        assertThat(answer.kind()).isEqualTo(Kind.KNOWN);
        assertThat(answer.note()).isEqualTo("NORMAL");
        assertThat(answer.signals())
                .containsExactly(new Signal.Signed(
                        2,
                        Evidence.QUERY,
                        "20266102000000000001",
                        Map.of(
                                "code", "10000",
                                "msg", "Success",
                                "status", "NORMAL",
                                "agreement_no", "20266102000000000001",
                                "external_agreement_no", "T1",
                                "personal_product_code", "CYCLE_PAY_AUTH_P",
                                "sign_scene", "INDUSTRY|DIGITAL_MEDIA")));
    }

    @ParameterizedTest
    @CsvSource({"TEMP", "STOP", "normal", "''"})
    void asksAgainWhileNotEffective(String status) {
        assertLearnsNothing(read(answer().with("status", status)), Kind.LATER, ("status " + status).strip());
    }

    @ParameterizedTest
    @CsvSource({
        "external_agreement_no, T2",
        "personal_product_code, GENERAL_WITHHOLDING_P",
        "sign_scene, INDUSTRY|CARRENTAL",
    })
    void learnsNothingFromAnswerAboutAnother(String field, String value) {
        assertLearnsNothing(read(answer().with(field, value)), Kind.PERSON, "answer_about_another_agreement");
        assertLearnsNothing(read(answer().without(field)), Kind.PERSON, "answer_about_another_agreement");
    }

    @ParameterizedTest
    @ValueSource(strings = {"USER_AGREEMENT_NOT_EXIST", "ACQ.USER_AGREEMENT_NOT_EXIST"})
    void learnsThatItIsNotSigned(String subCode) {
        Answer answer = read(error("40004", subCode));
        assertThat(answer.kind()).isEqualTo(Kind.KNOWN);
        assertThat(answer.note()).isEqualTo("40004 " + subCode);
        assertThat(answer.signals()).containsExactly(new Signal.NotSigned(2, Set.of("7002", "6001"), true));
    }

    @Test
    void learnsThatItEnded() {
        Answer answer = read(error("40004", "AGREEMENT_HAS_UNSIGNED"));
        assertThat(answer.kind()).isEqualTo(Kind.KNOWN);
        assertThat(answer.signals())
                .containsExactlyInAnyOrder(
                        new Signal.Ended(2, Evidence.QUERY, "", "AGREEMENT_HAS_UNSIGNED", Map.of()),
                        new Signal.NotSigned(2, Set.of("7002", "6001"), true));
    }

    @ParameterizedTest
    @CsvSource({
        "20000, isp.unknow-error, LATER",
        "20000, aop.unknow-error, LATER",
        "40004, SYSTEM_ERROR, LATER",
        "40004, ACQ.SYSTEM_ERROR, LATER",
        "40004, PARENT_MERCHANT_QUERY_FAIL, LATER",
        "40005, isv.app-call-limited, SLOWER",
        "40005, isv.method-call-limited, SLOWER",
        "40006, isv.app-call-limited, SLOWER",
        "40006, isv.method-call-limited, SLOWER",
        "40006, isv.insufficient-isv-permissions, PERSON",
        "40004, INVALID_PARAMETER, PERSON",
        "40004, USER_NOT_EXIST_ERROR, PERSON",
        "40004, '', PERSON",
        "40001, isv.missing-method, PERSON",
        "40002, isv.invalid-signature, PERSON",
        "20001, aop.invalid-auth-token, PERSON",
        "'', '', PERSON",
    })
    void learnsNothingFromError(String code, String subCode, Kind kind) {
        assertLearnsNothing(read(error(code, subCode)), kind, (code + " " + subCode).strip());
    }

    @Test
    void ignoresNotExistOfOtherCode() {
        assertLearnsNothing(
                read(error("20000", "USER_AGREEMENT_NOT_EXIST")), Kind.LATER, "20000 USER_AGREEMENT_NOT_EXIST");
        assertLearnsNothing(
                read(error("10000", "AGREEMENT_HAS_UNSIGNED")), Kind.PERSON, "answer_about_another_agreement");
    }

    @Test
    void keepsFreeTextOutOfNote() {
        assertThat(read(error("40004", "张三\ncanary;")).note()).isEqualTo("40004 ???canary?");
        assertThat(read(error("40004", "X")).note()).isEqualTo("40004 X");
    }

    @Test
    void learnsNothingUnsigned() {
        assertLearnsNothing(read(answer().unsigned()), Kind.LATER, "unproven:not_signed");
        assertLearnsNothing(
                read(error("40004", "USER_AGREEMENT_NOT_EXIST").unsigned()), Kind.LATER, "unproven:not_signed");
        assertLearnsNothing(
                read(error("40004", "AGREEMENT_HAS_UNSIGNED").text("AAAA")), Kind.LATER, "unproven:wrong_signature");
        assertLearnsNothing(read(error("40002", "x").withNode("error_response")), Kind.LATER, "unproven:node_missing");
        assertLearnsNothing(read(AlipayText.signResult()), Kind.LATER, "unproven:node_missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>504</html>", "null", "{}x"})
    void learnsNothingFromWhatIsNoAnswer(String body) {
        assertLearnsNothing(read(body), Kind.LATER, "unproven:not_json");
    }

    @Test
    void learnsNothingFromHugeBody() {
        Question question = question(SampleMerchant.valid());
        assertLearnsNothing(
                new AnswerReader().read(new byte[256 * 1024 + 1], question), Kind.LATER, "answer_too_large");
        assertLearnsNothing(new AnswerReader().read(new byte[256 * 1024], question), Kind.LATER, "unproven:not_json");
    }

    @Test
    void readsInCharsetOfMerchant() {
        AlipayText text = answer().with("alipay_logon_id", "张三").withCharset("GBK");
        Question question = question(SampleMerchant.valid().withCharset("GBK"));
        assertThat(new AnswerReader().read(text.bytes(), question).signals())
                .singleElement()
                .satisfies(
                        signal -> assertThat(((Signal.Signed) signal).fields()).containsEntry("alipay_logon_id", "张三"));
        assertLearnsNothing(
                new AnswerReader().read(text.bytes(), question(SampleMerchant.valid())),
                Kind.LATER,
                "unproven:wrong_signature");
    }

    private static void assertLearnsNothing(Answer answer, Kind kind, String note) {
        assertThat(answer.signals()).isEmpty();
        assertThat(answer.kind()).isEqualTo(kind);
        assertThat(answer.note()).isEqualTo(note);
    }

    private static Answer read(AlipayText text) {
        return read(text.text());
    }

    private static Answer read(String body) {
        Question question = question(SampleMerchant.valid());
        Answer answer = new AnswerReader().read(body.getBytes(UTF_8), question);
        assertThat(answer.question()).isSameAs(question);
        return answer;
    }

    private static Question question(SampleMerchant merchant) {
        Due due = new Due(SampleAgreement.valid(), 1, 1, Set.of("7002", "6001"), true, false);
        return new Question(due, new GatewayCall(merchant.profile(), "form"));
    }
}
