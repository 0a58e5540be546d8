package org.paysign.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paysign.log.Trace;
import org.paysign.store.Delivery;
import org.paysign.support.SampleMerchant;

class PostTest {

    private static final OutcomeTargets TARGETS =
            OutcomeTargets.of("direct:success", "direct:retry", "direct:cancel", "");
    private static final OutcomeTargets FOUR =
            OutcomeTargets.of("direct:success", "direct:retry", "direct:cancel", "direct:ended");

    @ParameterizedTest
    @CsvSource({
        "success, direct:success",
        "retry, direct:retry",
        "cancel, direct:cancel",
        "ended, direct:cancel",
    })
    void goesWhereTheBundleSays(String target, String endpoint) {
        assertThat(address(SampleMerchant.valid(), TARGETS, target).endpoint()).isEqualTo(endpoint);
    }

    @Test
    void goesWhereTheMerchantSays() {
        SampleMerchant own = SampleMerchant.valid().withOutcomes(Map.of("success", "jms:own", "cancel", "jms:cancel"));
        assertThat(address(own, FOUR, "success").endpoint()).isEqualTo("jms:own");
        assertThat(address(own, FOUR, "retry").endpoint()).isEqualTo("direct:retry");
        assertThat(address(own, FOUR, "ended").endpoint()).isEqualTo("direct:ended");
        assertThat(address(own, TARGETS, "ended").endpoint()).isEqualTo("jms:cancel");
        SampleMerchant ended = own.withOutcomes(Map.of("ended", "jms:ended", "cancel", "jms:cancel"));
        assertThat(address(ended, TARGETS, "ended").endpoint()).isEqualTo("jms:ended");
    }

    @Test
    void postsToHttp() {
        SampleMerchant web = SampleMerchant.valid().withOutcomes(Map.of("success", "https://shop.example/x?a=b"));
        assertThat(address(web, TARGETS, "success").endpoint()).isEqualTo("https://shop.example/x?a=b&httpMethod=POST");
    }

    /** The example that the libraries of Standard Webhooks are tested with. */
    @Test
    void signsAsStandardWebhooksSay() {
        SampleMerchant signing = SampleMerchant.valid().withWebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        Letter letter = address(signing, TARGETS, "success");
        assertThat(letter.getId()).isEqualTo("msg_p5jXN8AQM9LWM0D4loKWxJek");
        assertThat(letter.getBody()).isEqualTo("{\"test\": 2432232314}");
        assertThat(letter.timestamp()).isEqualTo("1614265330");
        assertThat(letter.signature()).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void signsNothingWithoutSecret() {
        assertThat(address(SampleMerchant.valid(), TARGETS, "success").signature())
                .isNull();
    }

    @Test
    void saysWhatToDoAboutMissingProfile() {
        Delivery stray = new Delivery("id", "gone", "success", "{}", 1, 1, Duration.ZERO, Trace.NONE);
        assertThatIllegalStateException()
                .isThrownBy(() -> post(SampleMerchant.valid(), TARGETS).address(stray))
                .withMessageContaining("put its file back");
    }

    private static Letter address(SampleMerchant merchant, OutcomeTargets targets, String target) {
        return post(merchant, targets)
                .address(new Delivery(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        "shop",
                        target,
                        "{\"test\": 2432232314}",
                        1,
                        1,
                        Duration.ZERO,
                        Trace.NONE));
    }

    private static Post post(SampleMerchant merchant, OutcomeTargets targets) {
        Clock clock = Clock.fixed(Instant.ofEpochMilli(1_614_265_330_999L), ZoneOffset.UTC);
        return new Post(merchant.alone(), targets, clock);
    }
}
