package org.paysign.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the world is started: {@code port} 0 takes any free one, {@code portKey} is the configuration key named when it is
 * taken; {@code skew} is how far a request's timestamp may be off, {@code hold} how long the fault {@code timeout} holds
 * an answer back; {@code notices} is how time runs for Alipay's notices; with a {@code webhookSecret} ({@code whsec_} and Base64) the merchant's endpoints check signatures.
 */
public record WorldSettings(
        Path dataDir,
        int port,
        String portKey,
        List<FakeApp> apps,
        @Nullable String webhookSecret,
        Duration skew,
        Duration hold,
        NoticeTimes notices) {

    private static final String SECRET_PREFIX = "whsec_";

    public WorldSettings {
        apps = List.copyOf(apps);
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port must be 0 to 65535");
        }
        if (apps.isEmpty() || apps.stream().map(FakeApp::appId).distinct().count() < apps.size()) {
            throw new IllegalArgumentException("apps must hold at least one application, each appId once");
        }
        if (webhookSecret != null) {
            decode(webhookSecret);
        }
        if (skew.isNegative() || hold.isNegative()) {
            throw new IllegalArgumentException("skew and hold must not be negative");
        }
    }

    /** The usual: no webhook secret, ten minutes of skew, answers held for thirty seconds, notices in fast motion. */
    public static WorldSettings of(Path dataDir, int port, String portKey, List<FakeApp> apps) {
        return new WorldSettings(
                dataDir, port, portKey, apps, null, Duration.ofMinutes(10), Duration.ofSeconds(30), NoticeTimes.USUAL);
    }

    public WorldSettings withWebhookSecret(String secret) {
        return new WorldSettings(dataDir, port, portKey, apps, secret, skew, hold, notices);
    }

    public WorldSettings withSkew(Duration other) {
        return new WorldSettings(dataDir, port, portKey, apps, webhookSecret, other, hold, notices);
    }

    public WorldSettings withHold(Duration other) {
        return new WorldSettings(dataDir, port, portKey, apps, webhookSecret, skew, other, notices);
    }

    /** How long the 4 minutes between the first two sends of a notice last here; all later gaps shrink alike. */
    public WorldSettings withNoticeGap(Duration firstGap) {
        return withNotices(new NoticeTimes(firstGap, notices.late(), notices.patience(), notices.before()));
    }

    /** How long after the act a notice that is {@code late} is sent. */
    public WorldSettings withLateNotices(Duration late) {
        return withNotices(new NoticeTimes(notices.firstGap(), late, notices.patience(), notices.before()));
    }

    WorldSettings withNotices(NoticeTimes other) {
        return new WorldSettings(dataDir, port, portKey, apps, webhookSecret, skew, hold, other);
    }

    Optional<FakeApp> app(String appId) {
        return apps.stream().filter(app -> app.appId().equals(appId)).findFirst();
    }

    /** The bytes behind {@code whsec_}. */
    static byte[] decode(String secret) {
        try {
            if (secret.startsWith(SECRET_PREFIX) && secret.length() > SECRET_PREFIX.length()) {
                return Base64.getDecoder().decode(secret.substring(SECRET_PREFIX.length()));
            }
        } catch (IllegalArgumentException e) {
            // Its text would show a character of the secret.
        }
        throw new IllegalArgumentException("webhookSecret must be whsec_ followed by Base64");
    }

    @Override
    public String toString() {
        return "WorldSettings[" + dataDir + ", " + port + ", " + apps + "]";
    }
}
