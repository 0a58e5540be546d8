package org.paysign.sandbox.pages;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays agreements into every state, through the real queues and with the fake Alipay, so that a first visit finds some. */
final class Seeds {

    private static final Logger LOG = LoggerFactory.getLogger(Seeds.class);
    private static final String LEAVE_OPEN = "";

    /** What the customer does, and what becomes of the notice. */
    private record Seed(String merchant, String act, String notices, boolean unsigned) {
        static Seed of(String act, String notices) {
            return new Seed("demo", act, notices, false);
        }
    }

    private static final List<Seed> ALL = List.of(
            Seed.of("sign", "on"),
            Seed.of("cancel", "on"),
            Seed.of("fail", "on"),
            Seed.of("unknown-signed", "lost"),
            new Seed("demo-cert", "sign", "on", false),
            new Seed("demo", "sign", "on", true),
            Seed.of("cancel-signed", "lost"),
            Seed.of("network", "on"),
            Seed.of("unknown-unsigned", "on"),
            Seed.of("forge", "on"),
            new Seed("demo-cert", "sign", "on", true),
            Seed.of("sign", "twice"),
            Seed.of(LEAVE_OPEN, "on"),
            new Seed("demo-cert", LEAVE_OPEN, "on", false));

    private final HttpClient http = HttpClient.newHttpClient();
    private final Shop shop;
    private final int port;

    Seeds(Shop shop, int port) {
        this.shop = shop;
        this.port = port;
    }

    void start() {
        var sower = new Thread(this::sow, "seeds");
        sower.setDaemon(true);
        sower.start();
    }

    private void sow() {
        try {
            for (var seed : ALL) {
                play(seed);
            }
            LOG.info("{} agreements were played for the list", ALL.size());
        } catch (IOException | RuntimeException broken) {
            LOG.warn(
                    "Not every agreement of the list could be played: {}",
                    broken.getClass().getSimpleName());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void play(Seed seed) throws IOException, InterruptedException {
        var number = ShopDesk.number();
        var request = Json.object().put("requestId", number).put("merchant", seed.merchant());
        request.putObject("bizContent").put("external_agreement_no", number);
        var reply = shop.sign(number, request).flatMap(Json::read).orElseGet(Json::object);
        if (seed.act().isEmpty() || !reply.path("signStr").isTextual()) {
            return;
        }
        var result = post(
                "/phone/paySignCenter",
                Json.object()
                        .put("signStr", reply.path("signStr").asText())
                        .put("act", seed.act())
                        .put("notify", seed.notices()));
        if (result.path("resultStatus").isTextual()) {
            shop.relay(number, result.put("requestId", number).put("merchant", seed.merchant()));
        }
        if (seed.unsigned()) {
            post(
                    "/alipay/unsign",
                    Json.object().put("externalAgreementNo", number).put("notify", "on"));
        }
    }

    private ObjectNode post(String path, ObjectNode body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))
                .build();
        return Json.read(
                        http.send(request, HttpResponse.BodyHandlers.ofString()).body())
                .orElseGet(Json::object);
    }
}
