package org.paysign.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.paysign.cli.RunningBundle;
import org.paysign.signature.RsaKeys;
import org.paysign.signature.RsaSigner;
import org.paysign.signature.SignType;

class ReceiveNotifyTest {

    @RegisterExtension
    static final RunningBundle BUNDLE = new RunningBundle();

    @Test
    void answersSuccessAndTellsTheSuccessEndpoint() throws Exception {
        String number = issued();

        assertThat(BUNDLE.notice(form(notice("dut_user_sign", number)))).isEqualTo("200 success");

        JsonNode outcome = BUNDLE.awaitOutcome(number, 1);
        assertThat(outcome.path("endpoint").asText()).isEqualTo("success");
        assertThat(outcome.path("body").path("evidence").asText()).isEqualTo("notify");
    }

    @Test
    void tellsTheEndedEndpointAfterAnUnsign() throws Exception {
        String number = issued();
        BUNDLE.notice(form(notice("dut_user_sign", number)));
        BUNDLE.awaitOutcome(number, 1);

        assertThat(BUNDLE.notice(form(notice("dut_user_unsign", number)))).isEqualTo("200 success");

        assertThat(BUNDLE.awaitOutcome(number, 2).path("endpoint").asText()).isEqualTo("ended");
    }

    @Test
    void refusesAChangedNotice() throws Exception {
        String number = issued();
        byte[] form = form(notice("dut_user_sign", number));
        String changed = new String(form, StandardCharsets.US_ASCII).replace("status=NORMAL", "status=NORMAl");

        assertThat(BUNDLE.notice(changed.getBytes(StandardCharsets.US_ASCII))).isEqualTo("200 fail");
    }

    private static String issued() throws Exception {
        return BUNDLE.reply("{\"requestId\":\"" + UUID.randomUUID() + "\",\"bizContent\":{}}")
                .path("externalAgreementNo")
                .asText();
    }

    private static Map<String, String> notice(String type, String number) {
        return new TreeMap<>(Map.of(
                "notify_type", type,
                "notify_id", UUID.randomUUID().toString(),
                "notify_time", "2026-11-22 10:00:00",
                "charset", "utf-8",
                "app_id", "2021000000000001",
                "agreement_no", "20261122000000000001",
                "external_agreement_no", number,
                "personal_product_code", "CYCLE_PAY_AUTH_P",
                "sign_scene", "INDUSTRY|DIGITAL_MEDIA",
                "status", "NORMAL"));
    }

    private static byte[] form(Map<String, String> notice) throws Exception {
        String content = notice.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("&"));
        String pem = Files.readString(Path.of(BUNDLE.dataDir(), "keys/demo/alipay-private-key.pem"));
        String signature = new RsaSigner(RsaKeys.privateKey(pem), SignType.RSA2, StandardCharsets.UTF_8).sign(content);
        Map<String, String> sent = new TreeMap<>(notice);
        sent.put("sign", signature);
        sent.put("sign_type", "RSA2");
        return sent.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.US_ASCII);
    }
}
