package org.paysign.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paysign.signature.SignType;
import org.paysign.support.MerchantFolder;
import org.paysign.support.SampleMerchant;

/** What a merchant's file may say; its keys are the matter of {@link MerchantKeysTest}. */
class MerchantFileTest {

    @TempDir
    Path folder = Path.of("");

    private MerchantFolder valid = new MerchantFolder(folder, Map.of());

    @BeforeEach
    void writeKeys() {
        valid = MerchantFolder.valid(folder);
    }

    @Test
    void readsTheLeast() {
        Merchant merchant = valid.load().get("shop");
        assertThat(merchant.name()).isEqualTo("shop");
        assertThat(merchant.appId()).isEqualTo(SampleMerchant.APP_ID);
        assertThat(merchant.signType()).isEqualTo(SignType.RSA2);
        assertThat(merchant.charset().name()).isEqualTo("UTF-8");
        assertThat(merchant.gateway()).hasToString("https://openapi.alipay.com/gateway.do");
        assertThat(merchant.notifyUrl()).isEmpty();
        assertThat(merchant.defaults()).isEmpty();
        assertThat(merchant.outcomes()).isEmpty();
        assertThat(merchant.webhooks()).isEmpty();
    }

    @Test
    void readsEverything() {
        Merchant merchant = valid.with("charset", "GBK")
                .with("notify-url", "https://shop.example/alipay/notify?a=b")
                .with("outcome.success", "https://shop.example/signed?x=y")
                .with("outcome.retry", "jms:queue:retry")
                .with("outcome.cancel", "http:shop.example")
                .with("outcome.ended", "direct:x")
                .with("webhook-secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
                .with("default.product_code", "CYCLE_PAY_AUTH")
                .with("default.period_rule_params.period", "1")
                .with("default.period_rule_params.scene_rule_params.discount_period", "2")
                .load()
                .get("shop");
        assertThat(merchant.charset().name()).isEqualTo("GBK");
        assertThat(merchant.notifyUrl()).hasValue("https://shop.example/alipay/notify?a=b");
        assertThat(merchant.outcomes())
                .containsEntry("success", "https://shop.example/signed?x=y")
                .containsOnlyKeys("success", "retry", "cancel", "ended");
        assertThat(merchant.webhooks()).isPresent();
        assertThat(merchant.defaults().toString())
                .isEqualTo(
                        "{\"period_rule_params\":{\"period\":\"1\",\"scene_rule_params\":{\"discount_period\":\"2\"}},"
                                + "\"product_code\":\"CYCLE_PAY_AUTH\"}");
    }

    @Test
    void givesDefaultsAway() {
        Merchant merchant = valid.with("default.a", "1").load().get("shop");
        merchant.defaults().set("a", JsonNodeFactory.instance.textNode("2"));
        assertThat(merchant.defaults().path("a").asText()).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"app-id", "sign-type", "charset", "app-private-key", "alipay-public-key", "gateway-url"})
    void namesMissingKey(String key) {
        assertStops(valid.without(key), key, "is missing: give");
        assertStops(valid.with(key, "  "), key, "is missing: give");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sign-type | canary | give RSA2, RSA or SM2",
                "sign-type | rsa2 | give RSA2, RSA or SM2",
                "charset | canary | give UTF-8 or GBK",
                "charset | utf-8 | give UTF-8 or GBK",
                "charset | ISO-8859-1 | give UTF-8 or GBK",
                "app-id | canary7391 | give the digits",
                "app-id | 2021 | give the digits",
                "app-id | 202100000000000120210000000000012 | give the digits",
                "gateway-url | canary | give an http(s) URL",
                "gateway-url | canary://openapi.alipay.com | give an http(s) URL",
                "gateway-url | https:// canary | give an http(s) URL",
                "gateway-url | https:/canary | give an http(s) URL",
                "gateway-url | https://openapi.alipay.com/gateway.do?canary=1 | without a query",
                "gateway-url | https://openapi.alipay.com/gateway.do#canary | without a query",
                "notify-url | canary | give an http(s) URL",
                "notify-url | ftp://canary.example/ | give an http(s) URL",
                "notify-url | http://[canary | give an http(s) URL",
                "outcome.success | canary | give a Camel endpoint URI",
                "outcome.retry | /canary | give a Camel endpoint URI",
                "outcome.cancel | https: | give a Camel endpoint URI",
                "outcome.ended | : canary | give a Camel endpoint URI",
                "webhook-secret | canary | give whsec_",
                "webhook-secret | whsec_Y2FuYXJ5 | give whsec_",
                "webhook-secret | whsec_canary7391canary7391canary7391! | give whsec_",
                "app_id | canary | is no key of a merchant",
                "outcome.sucess | https://canary.example | is no key of a merchant",
                "defaults.a | canary | is no key of a merchant",
                "default. | canary | nothing between two dots",
                "default..a | canary | nothing between two dots",
                "default.a..b | canary | nothing between two dots",
                "default.a. | canary | nothing between two dots",
            })
    void namesBadValueWithoutShowingIt(String key, String value, String advice) {
        assertStops(valid.with(key, value), key, advice);
    }

    @Test
    void refusesValueAndNestedValues() {
        MerchantFolder both = valid.with("default.a", "canary").with("default.a.b", "canary");
        assertStops(both, "default.a.b", "lies under a key that has a value of its own");
        assertStops(both.with("default.a.b.c", "canary"), "default.a.b", "lies under a key");
        assertStops(
                valid.with("default.a.b", "canary").with("default.a.b.c.d", "canary"),
                "default.a.b.c.d",
                "lies under a key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "{{env:EMPTY}}"})
    void refusesEmptyDefault(String value) {
        MerchantFolder folder = valid.with("default.a", value);
        assertThatIllegalStateException()
                .isThrownBy(() -> folder.load(text -> text.replace("{{env:EMPTY}}", "")))
                .withMessageContaining("shop.properties: default.a: ")
                .withMessageContaining("give a value");
    }

    /** The second line of a secret that was broken in two. */
    @ParameterizedTest
    @ValueSource(strings = {"canary7391canary7391canary7391canary7391", "whsec_canary/abc+", "canary1"})
    void hidesUnknownKeyThatLooksLikeAValue(String key) {
        assertStops(valid.with(key, ""), "a line that is no setting", "is no key of a merchant");
    }

    @Test
    void resolvesPlaceholders() {
        Merchant merchant = valid.with("webhook-secret", "{{env:SECRET}}")
                .with("default.external_logon_id", "{{env:LOGON}}")
                .load(value -> value.replace("{{env:SECRET}}", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
                        .replace("{{env:LOGON}}", "138"))
                .get("shop");
        assertThat(merchant.webhooks()).isPresent();
        assertThat(merchant.defaults().path("external_logon_id").asText()).isEqualTo("138");
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook-secret", "default.a", "app-private-key", "outcome.success"})
    void namesKeyOfUnresolvedPlaceholder(String key) {
        MerchantFolder folder = valid.with(key, "{{env:canary}}");
        assertThatIllegalStateException()
                .isThrownBy(() -> folder.load(value -> {
                    if (value.startsWith("{{")) {
                        throw new IllegalArgumentException("canary");
                    }
                    return value;
                }))
                .withMessageContaining("shop.properties: " + key + ": a {{placeholder}} in it has no value")
                .withMessageNotContaining("canary");
    }

    private void assertStops(MerchantFolder broken, String key, String advice) {
        assertThatIllegalStateException()
                .isThrownBy(broken::load)
                .withMessageStartingWith(folder.resolve("shop.properties") + ": " + key + ": ")
                .withMessageContaining(advice)
                .withMessageNotContaining("canary")
                .withNoCause();
    }
}
