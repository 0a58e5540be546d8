package org.paysign.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.paysign.agreement.AgreementKey;
import org.paysign.agreement.State;
import org.paysign.log.Trace;
import org.paysign.merchant.Merchant;
import org.paysign.signature.CertificateVerifier;
import org.paysign.signature.SignType;
import org.paysign.store.Agreement;
import org.paysign.support.ClassLog;

class RelayedCertificateTest {

    @Test
    void provesNothingAndLeavesTheAlarmToTheAnswerOfTheGateway() {
        String text = "{\"alipay_user_agreement_page_sign_response\":{\"code\":\"10000\",\"status\":\"NORMAL\"},"
                + "\"alipay_cert_sn\":\"CANARY\",\"sign\":\"QUJD\",\"sign_type\":\"RSA2\"}";
        Agreement agreement = new Agreement(
                7,
                new AgreementKey("demo", "T1"),
                "2021000000000001",
                "P",
                "S",
                State.ISSUED,
                1,
                "r-1",
                "",
                Trace.NONE);
        try (ClassLog log = new ClassLog(ResultVerifier.class)) {
            VerifiedResult result = new ResultVerifier().verify(new SignResult(demo(), agreement, "7000", text));
            assertThat(result.isProven()).isFalse();
            assertThat(log.lines())
                    .containsExactly("WARN Result of agreement 7 proves nothing (other_certificate): Alipay is asked");
        }
    }

    private static Merchant demo() {
        return new Merchant(
                "demo",
                "2021000000000001",
                SignType.RSA2,
                StandardCharsets.UTF_8,
                URI.create("https://gateway.example"),
                Optional.empty(),
                JsonNodeFactory.instance.objectNode(),
                Map.of(),
                Optional.empty(),
                new CertificateVerifier(Map.of("0123", (content, signature) -> true)));
    }
}
