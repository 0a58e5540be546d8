package org.paysign.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.paysign.agreement.AgreementKey;
import org.paysign.agreement.State;
import org.paysign.gateway.GatewayCall;
import org.paysign.log.Trace;
import org.paysign.merchant.Merchant;
import org.paysign.signature.AnyVerifier;
import org.paysign.signature.CertificateVerifier;
import org.paysign.signature.SignType;
import org.paysign.signature.Verifier;
import org.paysign.store.Agreement;
import org.paysign.store.Due;
import org.paysign.support.ClassLog;

class RotatedCertificateTest {

    private static final String ANSWER = "{\"alipay_user_agreement_query_response\":{\"code\":\"10000\"},"
            + "\"alipay_cert_sn\":\"CANARY\",\"sign\":\"QUJD\"}";

    @Test
    void raisesTheAlarmAndAsksAgainWhenAlipayHasRotatedItsCertificate() {
        try (ClassLog log = new ClassLog(AnswerReader.class)) {
            Answer answer = read(new CertificateVerifier(Map.of("other", (content, signature) -> true)));
            assertThat(answer.kind()).isEqualTo(Answer.Kind.LATER);
            assertThat(answer.note()).isEqualTo("unproven:other_certificate");
            assertThat(answer.signals()).isEmpty();
            assertThat(log.lines()).hasSize(1);
            assertThat(log.lines().get(0))
                    .startsWith("ERROR Alipay has rotated its certificate")
                    .contains("merchant demo", "download the new alipay-cert from Alipay's console", "reloadMerchants")
                    .doesNotContain("CANARY");
        }
    }

    @Test
    void raisesNoAlarmForAForgery() {
        try (ClassLog log = new ClassLog(AnswerReader.class)) {
            Answer answer = read(new CertificateVerifier(Map.of("CANARY", (content, signature) -> false)));
            assertThat(answer.note()).isEqualTo("unproven:wrong_signature");
            assertThat(read(new AnyVerifier(java.util.List.of())).note()).isEqualTo("unproven:wrong_signature");
            assertThat(log.lines()).isEmpty();
        }
    }

    private static Answer read(Verifier verifier) {
        Merchant demo = new Merchant(
                "demo",
                "2021000000000001",
                SignType.RSA2,
                StandardCharsets.UTF_8,
                URI.create("https://gateway.example"),
                Optional.empty(),
                JsonNodeFactory.instance.objectNode(),
                Map.of(),
                Optional.empty(),
                verifier);
        Agreement agreement = new Agreement(
                1,
                new AgreementKey("demo", "T1"),
                "2021000000000001",
                "P",
                "S",
                State.UNKNOWN,
                1,
                "r-1",
                "",
                Trace.NONE);
        Question question = new Question(new Due(agreement, 1, 1, Set.of(), false, false), new GatewayCall(demo, ""));
        return new AnswerReader().read(ANSWER.getBytes(StandardCharsets.UTF_8), question);
    }
}
