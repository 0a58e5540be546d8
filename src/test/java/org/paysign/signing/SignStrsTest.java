package org.paysign.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URLDecoder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paysign.agreement.AgreementKey;
import org.paysign.json.StrictJson;
import org.paysign.signature.RsaKeys;
import org.paysign.signature.RsaVerifier;
import org.paysign.signature.SignContent;
import org.paysign.signature.SignType;
import org.paysign.store.NewRequest;
import org.paysign.support.SampleMerchant;
import org.paysign.support.Vectors;

class SignStrsTest {

    private static final SigningWindow WINDOW = SigningWindow.ofSeconds(86_400, 300, 900);

    private final JsonMapper json = StrictJson.mapper();

    @Test
    void sendsWhatAlipayAsksFor() throws JsonProcessingException {
        Map<String, String> parameters = parameters(SampleMerchant.valid(), "");
        assertThat(parameters)
                .containsEntry("app_id", "2021000000000001")
                .containsEntry("method", "alipay.user.agreement.page.sign")
                .containsEntry("charset", "UTF-8")
                .containsEntry("sign_type", "RSA2")
                .containsEntry("version", "1.0")
                .containsEntry("notify_url", "https://shop.example/alipay/notify")
                .containsKeys("timestamp", "biz_content", "sign")
                .hasSize(9);
        assertThat(json.readTree(parameters.get("biz_content")))
                .isEqualTo(json.readTree(SampleContent.valid().json().toString()));
    }

    @Test
    void signsWhatItSends() throws JsonProcessingException {
        Map<String, String> parameters = parameters(SampleMerchant.valid(), "https://shop.example/back?a=b&c=d");
        RsaVerifier app = new RsaVerifier(RsaKeys.publicKey(Vectors.key("app.spki")), SignType.RSA2, UTF_8);
        assertThat(app.verify(SignContent.of(parameters), parameters.getOrDefault("sign", "")))
                .isTrue();
        assertThat(parameters).containsEntry("return_url", "https://shop.example/back?a=b&c=d");
    }

    @Test
    void leavesOutWhatIsNotConfigured() throws JsonProcessingException {
        assertThat(parameters(SampleMerchant.valid().withoutNotifyUrl(), ""))
                .doesNotContainKeys("notify_url", "return_url");
    }

    @ParameterizedTest
    @CsvSource({"UTC", "America/New_York", "Asia/Shanghai"})
    void tellsTheTimeOfAlipay(String zone) throws JsonProcessingException {
        NewRequest request = strs(SampleMerchant.valid(), Instant.parse("2026-11-22T16:30:05.999Z"), zone)
                .sign(request(SampleMerchant.valid(), "10.5.96", "", SampleContent.valid()));
        JsonNode reply = json.readTree(request.reply());
        assertThat(decoded(reply.path("signStr").asText())).containsEntry("timestamp", "2026-11-23 00:30:05");
        assertThat(reply.path("issuedAt").asText()).isEqualTo("2026-11-23T00:30:05+08:00");
    }

    @Test
    void repliesAsTheContractShows() throws JsonProcessingException {
        JsonNode reply = json.readTree(sign(SampleMerchant.valid(), "10.5.96", "", SampleContent.demo())
                .reply());
        assertThat(reply.fieldNames())
                .toIterable()
                .containsExactly(
                        "requestId",
                        "merchant",
                        "externalAgreementNo",
                        "signStr",
                        "supported",
                        "launchUrl",
                        "issuedAt",
                        "warnings");
        assertThat(reply.path("requestId").asText()).isEqualTo("order-1001");
        assertThat(reply.path("merchant").asText()).isEqualTo("shop");
        assertThat(reply.path("externalAgreementNo").asText()).isEqualTo("xidong___2317");
        assertThat(reply.path("launchUrl").asText())
                .isEqualTo(
                        "alipays://platformapi/startapp?appId=60000157&appClearTop=false&startMultApp=YES&sign_params="
                                + reply.path("signStr").asText());
    }

    @ParameterizedTest
    @CsvSource({"'', true", "10.0.18, true", "10.5.96, true", "10.0.9, false", "10.0.17, false", "9.99, false"})
    void tellsWhetherClientHasPaySignCenter(String version, boolean supported) throws JsonProcessingException {
        String reply =
                sign(SampleMerchant.valid(), version, "", SampleContent.demo()).reply();
        assertThat(json.readTree(reply).path("supported").asBoolean()).isEqualTo(supported);
    }

    @Test
    void warnsOfReturnUrl() throws JsonProcessingException {
        String with = sign(SampleMerchant.valid(), "", "https://shop.example/", SampleContent.valid())
                .reply();
        String without =
                sign(SampleMerchant.valid(), "", "", SampleContent.valid()).reply();
        assertThat(json.readTree(with).path("warnings").toString()).contains("6001");
        assertThat(json.readTree(without).path("warnings").toString()).doesNotContain("6001");
    }

    @Test
    void remembersWhatTheAgreementIsAbout() throws JsonProcessingException {
        NewRequest request = sign(SampleMerchant.valid(), "", "", SampleContent.valid());
        assertThat(request.key()).isEqualTo(new AgreementKey("shop", "A1b2C3"));
        assertThat(request.requestId()).isEqualTo("order-1001");
        assertThat(request.appId()).isEqualTo("2021000000000001");
        assertThat(request.product()).isEqualTo("CYCLE_PAY_AUTH_P");
        assertThat(request.scene()).isEqualTo("INDUSTRY|CARRENTAL");
        assertThat(request.digest()).isEqualTo("digest");
        assertThat(request.window()).isEqualTo(Duration.ofMinutes(15));
        assertThat(request.silence()).isEqualTo(Duration.ofMinutes(15));
        NewRequest other = sign(SampleMerchant.valid(), "", "", SampleContent.demo());
        assertThat(other.window()).isEqualTo(Duration.ofHours(24).plusMinutes(5));
    }

    private Map<String, String> parameters(SampleMerchant merchant, String returnUrl) throws JsonProcessingException {
        String reply = sign(merchant, "", returnUrl, SampleContent.valid()).reply();
        return decoded(json.readTree(reply).path("signStr").asText());
    }

    private NewRequest sign(SampleMerchant merchant, String version, String returnUrl, SampleContent content)
            throws JsonProcessingException {
        return strs(merchant, Instant.parse("2026-11-22T02:00:00Z"), "UTC")
                .sign(request(merchant, version, returnUrl, content));
    }

    private SignStrs strs(SampleMerchant merchant, Instant now, String zone) {
        return new SignStrs(profile -> merchant.signer(), WINDOW, json, Clock.fixed(now, ZoneId.of(zone)));
    }

    private static SignRequest request(
            SampleMerchant merchant, String version, String returnUrl, SampleContent content) {
        return new SignRequest(
                "order-1001", merchant.profile(), version, returnUrl, content.json(), "digest", Optional.empty());
    }

    private static Map<String, String> decoded(String signStr) {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : URLDecoder.decode(signStr, UTF_8).split("&", -1)) {
            int equals = pair.indexOf('=');
            parameters.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), UTF_8));
        }
        return parameters;
    }
}
