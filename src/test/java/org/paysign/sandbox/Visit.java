package org.paysign.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** A world of the demo and the old shop on a free port, and a client that calls it. */
final class Visit implements AutoCloseable {

    private static final String FORM = "application/x-www-form-urlencoded";

    final World world;

    Visit(World world) {
        this.world = world;
    }

    static Visit to(Path data) {
        return new Visit(World.start(settings(data), at(Duration.ZERO)));
    }

    static WorldSettings settings(Path data) {
        var apps = List.of(Shop.demo().known(), Shop.old().known());
        return WorldSettings.of(data, 0, "paysign.sandbox.port", apps);
    }

    static Clock at(Duration later) {
        return Clock.fixed(Shop.NOW.plus(later), ZoneOffset.UTC);
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET(), StandardCharsets.UTF_8);
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        var request = request(path).POST(BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers), StandardCharsets.UTF_8);
    }

    /** What my.paySignCenter would give. */
    JsonNode sign(String signStr, String act) {
        var body = StrictJson.node().put("signStr", signStr).put("act", act);
        return json(post("/phone/paySignCenter", body.toString()).body());
    }

    JsonNode sign(String signStr, String act, String notify) {
        var body = StrictJson.node().put("signStr", signStr).put("act", act).put("notify", notify);
        return json(post("/phone/paySignCenter", body.toString()).body());
    }

    /** What Alipay sent about an agreement, oldest first. */
    List<JsonNode> notices(String externalAgreementNo) {
        var name = URLEncoder.encode(externalAgreementNo, StandardCharsets.UTF_8);
        var body = get("/alipay/notices?externalAgreementNo=" + name).body();
        return List.copyOf(json("{\"list\":" + body + "}").path("list").findParents("notifyId"));
    }

    String gateway(Shop shop, String form) {
        return gateway(shop, "", form);
    }

    String gateway(Shop shop, String query, String form) {
        var request = request("/gateway.do" + query)
                .header("Content-Type", FORM)
                .POST(BodyPublishers.ofString(form, StandardCharsets.US_ASCII));
        return send(request, Charset.forName(shop.charset())).body();
    }

    JsonNode query(Shop shop, String bizContent) {
        return call(shop, "alipay.user.agreement.query", bizContent);
    }

    JsonNode call(Shop shop, String method, String bizContent) {
        var answer = gateway(shop, shop.signedForm(shop.params(method, bizContent)));
        if (!shop.trusts(answer)) {
            throw new AssertionError("The answer is not signed by Alipay: " + answer);
        }
        return json(answer).path(method.replace('.', '_') + "_response");
    }

    static JsonNode json(String text) {
        return StrictJson.object(text).orElseThrow(() -> new AssertionError("No JSON object: " + text));
    }

    /** Whether Alipay signed the notice under the rule V1. */
    static boolean genuine(Shop shop, Receiver.Received notice) {
        return trustedWith(shop, notice, Set.of("sign", "sign_type"));
    }

    static boolean trustedWith(Shop shop, Receiver.Received notice, Set<String> unsigned) {
        var fields = new TreeMap<>(notice.fields(Charset.forName(shop.charset())));
        var sign = fields.get("sign");
        fields.keySet().removeAll(unsigned);
        return shop.verifies(fields, sign == null ? "" : sign);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + world.port() + path))
                .timeout(Duration.ofSeconds(20));
    }

    HttpResponse<String> send(HttpRequest.Builder request, Charset charset) {
        try {
            // A connection of its own: one that the world has closed after a refusal would be tried again.
            return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString(charset));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        world.close();
    }
}
