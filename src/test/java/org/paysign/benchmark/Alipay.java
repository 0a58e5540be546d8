package org.paysign.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.paysign.signature.RsaKeys;
import org.paysign.signature.RsaSigner;
import org.paysign.signature.SignType;
import org.paysign.signature.Signer;

/** What Alipay says about agreements that were signed, with the key of the sandbox's Alipay. For several threads. */
final class Alipay {

    private static final String APP_ID = "2021000000000001";

    private final Signer signer;

    Alipay(Path keys) throws IOException {
        String pem = Files.readString(keys.resolve("alipay-private-key.pem"));
        this.signer = new RsaSigner(RsaKeys.privateKey(pem), SignType.RSA2, UTF_8);
    }

    /** The message by which a back end relays what my.paySignCenter returned. */
    String result(String requestId, String agreement) {
        String node =
                "{\"code\":\"10000\",\"msg\":\"Success\",\"app_id\":\"" + APP_ID + "\",\"auth_app_id\":\"" + APP_ID
                        + "\",\"charset\":\"UTF-8\",\"timestamp\":\"2026-11-22 10:00:00\","
                        + "\"sign_scene\":\"INDUSTRY|DIGITAL_MEDIA\",\"valid_time\":\"2026-11-22 10:00:00\","
                        + "\"status\":\"NORMAL\",\"agreement_no\":\"2026" + number(agreement)
                        + "\",\"alipay_logon_id\":\"138******77\",\"invalid_time\":\"2115-02-01 00:00:00\","
                        + "\"personal_product_code\":\"CYCLE_PAY_AUTH_P\",\"sign_time\":\"2026-11-22 10:00:00\","
                        + "\"external_agreement_no\":\"" + agreement + "\",\"external_logon_id\":\"13852852877\","
                        + "\"alipay_user_id\":\"2088101122675263\"}";
        String text = "{\"alipay_user_agreement_page_sign_response\":" + node + ",\"sign\":\"" + signer.sign(node)
                + "\",\"sign_type\":\"RSA2\"}";
        return JsonNodeFactory.instance
                .objectNode()
                .put("merchant", "demo")
                .put("requestId", requestId)
                .put("resultStatus", "7000")
                .put("result", text)
                .toString();
    }

    /** The form of a notice. */
    String notice(String agreement) {
        Map<String, String> fields = new TreeMap<>(Map.of(
                "notify_type", "dut_user_sign",
                "notify_id", "n-" + agreement,
                "notify_time", "2026-11-22 10:00:00",
                "charset", "UTF-8",
                "app_id", APP_ID,
                "agreement_no", "2026" + number(agreement),
                "external_agreement_no", agreement,
                "personal_product_code", "CYCLE_PAY_AUTH_P",
                "sign_scene", "INDUSTRY|DIGITAL_MEDIA",
                "status", "NORMAL"));
        String signature = signer.sign(joined(fields, false));
        fields.put("sign", signature);
        fields.put("sign_type", "RSA2");
        return joined(fields, true);
    }

    /** Sixteen digits, another for every agreement. */
    private static String number(String agreement) {
        String end = agreement.substring(Math.max(0, agreement.length() - 12));
        return String.valueOf(1_000_000_000_000_000L + Long.parseLong(end, 36) % 1_000_000_000_000_000L);
    }

    private static String joined(Map<String, String> fields, boolean encoded) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "="
                        + (encoded ? URLEncoder.encode(field.getValue(), UTF_8) : field.getValue()))
                .collect(Collectors.joining("&"));
    }
}
