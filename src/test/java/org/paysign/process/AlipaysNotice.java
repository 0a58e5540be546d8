package org.paysign.process;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.paysign.signature.RsaKeys;
import org.paysign.signature.RsaSigner;
import org.paysign.signature.SignType;

/** A notice that an agreement was signed, as Alipay sends it again and again until it reads {@code success}. */
record AlipaysNotice(URI receiver, String form) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Signed with the key that the sandbox's Alipay has for the merchant demo. */
    static AlipaysNotice signed(SandboxProcess sandbox, String externalAgreementNo) throws IOException {
        Map<String, String> fields = new TreeMap<>(Map.of(
                "notify_type", "dut_user_sign",
                "notify_id", "n-" + externalAgreementNo,
                "notify_time", "2026-11-22 10:00:00",
                "charset", "UTF-8",
                "app_id", "2021000000000001",
                "agreement_no", "20261122000000000001",
                "external_agreement_no", externalAgreementNo,
                "personal_product_code", "CYCLE_PAY_AUTH_P",
                "sign_scene", "INDUSTRY|DIGITAL_MEDIA",
                "status", "NORMAL"));
        Path key = sandbox.data().resolve("keys/demo/alipay-private-key.pem");
        String signature = new RsaSigner(
                        RsaKeys.privateKey(Files.readString(key)), SignType.RSA2, StandardCharsets.UTF_8)
                .sign(text(fields, false));
        fields.put("sign", signature);
        fields.put("sign_type", "RSA2");
        return new AlipaysNotice(sandbox.notices(), text(fields, true));
    }

    private static String text(Map<String, String> fields, boolean encoded) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "="
                        + (encoded ? URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8) : field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** Sends it; completes with the status and the answer, or exceptionally if none came. */
    CompletableFuture<String> send() {
        HttpRequest request = HttpRequest.newBuilder(receiver)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .thenApply(response -> response.statusCode() + " " + response.body());
    }
}
