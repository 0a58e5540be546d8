package org.paysign.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The check a merchant makes of what is posted to it, see https://www.standardwebhooks.com. */
final class WebhookSignature {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final SecretKeySpec key;
    private final Clock clock;

    WebhookSignature(String secret, Clock clock) {
        this.key = new SecretKeySpec(WorldSettings.decode(secret), "HmacSHA256");
        this.clock = clock;
    }

    /** One fitting signature of those in the header is enough, over {@code id.timestamp.body}, not older than 5 min. */
    boolean fits(Call call) {
        var id = call.header("webhook-id").orElse("");
        var timestamp = call.header("webhook-timestamp").orElse("");
        var expected = ("v1," + hmac(id + "." + timestamp + ".", call.body())).getBytes(StandardCharsets.US_ASCII);
        return recent(timestamp)
                && List.of(call.header("webhook-signature").orElse("").split(" ")).stream()
                        .anyMatch(sent -> MessageDigest.isEqual(expected, sent.getBytes(StandardCharsets.UTF_8)));
    }

    private boolean recent(String timestamp) {
        if (!timestamp.matches("\\d{1,11}")) {
            return false;
        }
        var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), clock.instant());
        return age.abs().compareTo(TOLERANCE) <= 0;
    }

    private String hmac(String head, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HmacSHA256", e);
        }
    }
}
