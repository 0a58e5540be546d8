package org.paysign.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.paysign.json.StrictJson;

/**
 * The world beyond the queues: the customer's phone, Alipay, and what the merchant's endpoints got. Whatever does not come
 * in time is a {@link TimeoutException} that says what was waited for.
 */
final class Outside {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LOOK_MILLIS = 100;
    private static final ObjectMapper JSON = StrictJson.mapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Site site;

    Outside(Site site) {
        this.site = site;
    }

    /** Has the customer do something with a signStr. */
    JsonNode phone(Map<String, ?> order) throws IOException, InterruptedException {
        return JSON.readTree(post("/phone/paySignCenter", order));
    }

    /** Has the customer end an agreement in Alipay's app. */
    void unsign(String externalAgreementNo, String notify) throws IOException, InterruptedException {
        post("/alipay/unsign", Map.of("externalAgreementNo", externalAgreementNo, "notify", notify));
    }

    /** Orders trouble for the next calls. */
    void trouble(String path, Map<String, ?> order) throws IOException, InterruptedException {
        post(path, order);
    }

    /** Waits until a notice about an agreement was sent this often and answered so. */
    void answered(String externalAgreementNo, String answer, int sends)
            throws IOException, InterruptedException, TimeoutException {
        await(
                "/alipay/notices?externalAgreementNo=" + externalAgreementNo,
                "notices answered " + answer,
                list -> StreamSupport.stream(list.spliterator(), false)
                        .anyMatch(notice -> notice.path("attempts").asInt() == sends
                                && notice.path("lastAnswer").asText().equals(answer)));
    }

    /** What the merchant's endpoints got about an agreement, as text, once they got this many. */
    String receipts(String externalAgreementNo, int count) throws IOException, InterruptedException, TimeoutException {
        return await(
                "/merchant/outcomes?externalAgreementNo=" + externalAgreementNo,
                "any endpoint" + (count == 1 ? "" : " for the time number " + count),
                list -> list.size() >= count);
    }

    private String await(String path, String what, Predicate<JsonNode> there)
            throws IOException, InterruptedException, TimeoutException {
        HttpRequest look = HttpRequest.newBuilder(site.world(path)).build();
        long start = System.nanoTime();
        while (System.nanoTime() - start < PATIENCE.toNanos()) {
            String body = http.send(look, BodyHandlers.ofString()).body();
            if (there.test(JSON.readTree(body))) {
                return body;
            }
            Thread.sleep(LOOK_MILLIS);
        }
        throw BackEnd.late(what, PATIENCE);
    }

    private String post(String path, Map<String, ?> body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(site.world(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        var response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(path + " answered " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }
}
