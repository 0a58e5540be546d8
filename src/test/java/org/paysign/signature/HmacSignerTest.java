package org.paysign.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HmacSignerTest {

    /** The example that the libraries of Standard Webhooks are tested with. */
    @Test
    void signsExampleOfStandardWebhooks() {
        assertThat(HmacSigner.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
                        .sign("msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{\"test\": 2432232314}"))
                .isEqualTo("g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 32, 64})
    void acceptsLength(int bytes) {
        assertThat(HmacSigner.of(secret(bytes)).sign("x")).hasSize(44);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 23, 65})
    void refusesLength(int bytes) {
        assertRefused(secret(bytes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "whsec_",
                "canary",
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "WHSEC_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLa!!",
                "whsec_ MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            })
    void refuses(String secret) {
        assertRefused(secret);
    }

    @Test
    void showsNoSecret() {
        assertThat(HmacSigner.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")).hasToString("HmacSigner");
    }

    private static String secret(int bytes) {
        return "whsec_" + Base64.getEncoder().encodeToString(new byte[bytes]);
    }

    private static void assertRefused(String secret) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HmacSigner.of(secret))
                .withMessage("give whsec_ and the Base64 of 24 to 64 random bytes")
                .withNoCause();
    }
}
