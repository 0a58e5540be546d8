package org.paysign.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paysign.support.AlipayText.signResult;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paysign.support.AlipayText;
import org.paysign.support.SampleAgreement;
import org.paysign.support.SampleMerchant;

class ResultVerifierTest {

    private static final AlipayText FAILED = signResult()
            .with("code", "40004")
            .with("sub_code", "ILLEGAL_PARAMS")
            .without("status")
            .without("agreement_no");

    @Test
    void believesWhatAlipaySigned() {
        VerifiedResult result = verify(signResult().text());
        assertThat(result.isProven()).isTrue();
        assertThat(result.reason()).isEmpty();
        assertThat(result.resultStatus()).isEqualTo("7000");
        assertThat(result.agreement()).isEqualTo(SampleAgreement.valid());
        assertThat(result.proof().orElseThrow().fields()).containsEntry("external_agreement_no", "T1");
    }

    @ParameterizedTest
    @CsvSource({
        "external_agreement_no, T2",
        "external_agreement_no, t1",
        "app_id, 2021000000000002",
        "personal_product_code, GENERAL_WITHHOLDING_P",
        "sign_scene, INDUSTRY|CARRENTAL",
        "status, TEMP",
        "status, STOP",
        "status, normal",
        "code, 10003",
        "code, 20000",
    })
    void refusesGenuineResultOfSomethingElse(String field, String value) {
        assertThat(verify(signResult().with(field, value).text()).isProven()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"external_agreement_no", "app_id", "personal_product_code", "sign_scene", "status", "code"})
    void refusesResultWithout(String field) {
        assertThat(verify(signResult().without(field).text()).isProven()).isFalse();
        assertThat(verify(signResult().with(field, NullNode.getInstance()).text())
                        .isProven())
                .isFalse();
    }

    @Test
    void refusesForgedSignature() {
        String signature = AlipayText.signature(signResult().unsigned(), StandardCharsets.UTF_8);
        assertThat(verify(signResult().text(signature)).isProven()).isFalse();
    }

    @Test
    void explainsSignedFailure() {
        assertThat(verify(FAILED.text()).isProven()).isFalse();
        assertThat(verify(FAILED.text()).reason()).isEqualTo("ILLEGAL_PARAMS");
        assertThat(verify(FAILED.without("external_agreement_no").text()).reason())
                .isEqualTo("ILLEGAL_PARAMS");
    }

    @Test
    void explainsNothingByFailureOfAnother() {
        assertThat(verify(FAILED.with("external_agreement_no", "T2").text()).reason())
                .isEmpty();
    }

    @Test
    void explainsNothingUnsigned() {
        assertThat(verify(FAILED.unsigned()).reason()).isEmpty();
        assertThat(verify(FAILED.text("AAAA")).reason()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"canary canary", "a\nb", "张三", "x;y"})
    void keepsFreeTextOutOfReason(String subCode) {
        assertThat(verify(FAILED.with("sub_code", subCode).text()).reason()).isEmpty();
        assertThat(verify(FAILED.with("sub_code", "a".repeat(65)).text()).reason())
                .isEmpty();
    }

    @Test
    void keepsReasonOutOfSuccess() {
        assertThat(verify(signResult().with("sub_code", "ODD").text()).reason()).isEmpty();
        assertThat(verify(FAILED.with("code", IntNode.valueOf(10000)).text()).reason())
                .isEmpty();
    }

    @Test
    void verifiesInCharsetOfMerchant() {
        AlipayText text = signResult().with("alipay_logon_id", "张三").withCharset("GBK");
        assertThat(verify(SampleMerchant.valid().withCharset("GBK"), text.text())
                        .isProven())
                .isTrue();
        assertThat(verify(text.text()).isProven()).isFalse();
    }

    private static VerifiedResult verify(String text) {
        return verify(SampleMerchant.valid(), text);
    }

    private static VerifiedResult verify(SampleMerchant merchant, String text) {
        return new ResultVerifier().verify(new SignResult(merchant.profile(), SampleAgreement.valid(), "7000", text));
    }
}
