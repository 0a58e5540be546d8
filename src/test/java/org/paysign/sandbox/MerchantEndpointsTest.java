package org.paysign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MerchantEndpointsTest {

    private static final byte[] SECRET = "a secret of the tests, 32 bytes.".getBytes(StandardCharsets.US_ASCII);

    private final Path data;
    private final Visit visit;

    MerchantEndpointsTest(@TempDir Path data) {
        this.data = data;
        this.visit = Visit.to(data);
    }

    @AfterEach
    void leave() {
        visit.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"success", "retry", "cancel", "ended"})
    void keepsWhatItGotByteForByte(String endpoint) {
        var body =
                "{ \"id\":\"o1\", \"type\" : \"agreement.signed\",\"externalAgreementNo\":\"T1\",\"n\":1.10,\"名\":\"\\u00e9\" }";

        assertThat(visit.post("/merchant/" + endpoint, body, "webhook-id", "o1").statusCode())
                .isEqualTo(200);

        assertThat(visit.get("/merchant/outcomes").body())
                .isEqualTo("[{\"seq\":1,\"endpoint\":\"" + endpoint + "\",\"id\":\"o1\",\"type\":\"agreement.signed\","
                        + "\"externalAgreementNo\":\"T1\",\"receivedAt\":\"2026-11-22T10:00:00+08:00\",\"body\":" + body
                        + "}]");
    }

    @Test
    void listsNewestLastAndNarrows() {
        send("o1", "T1");
        send("o2", "T2");
        send("o1", "T1");

        assertThat(ids("")).containsExactly("o1", "o2", "o1");
        assertThat(ids("?externalAgreementNo=T1")).containsExactly("o1", "o1");
        assertThat(ids("?afterSeq=1")).containsExactly("o2", "o1");
        assertThat(ids("?afterSeq=1&externalAgreementNo=T1")).containsExactly("o1");
        assertThat(visit.get("/merchant/outcomes?afterSeq=x").statusCode()).isEqualTo(400);
        assertThat(visit.get("/merchant/outcomes?novalue").statusCode()).isEqualTo(400);
    }

    @Test
    void failsAsOrderedAndKeepsNothingThen() {
        trouble("{\"endpoint\":\"success\",\"status\":503,\"next\":2}");

        assertThat(send("o1", "T1")).isEqualTo(503);
        assertThat(visit.post("/merchant/retry", "{\"id\":\"o9\"}").statusCode())
                .isEqualTo(200);
        assertThat(visit.get("/merchant/faults").body())
                .isEqualTo("[{\"endpoint\":\"success\",\"status\":503,\"next\":1}]");
        assertThat(send("o1", "T1")).isEqualTo(503);
        assertThat(send("o1", "T1")).isEqualTo(200);
        assertThat(ids("")).containsExactly("o9", "o1");
    }

    @Test
    void failsUntilCleared() {
        trouble("{\"endpoint\":\"success\",\"status\":410,\"next\":-1}");
        assertThat(send("o1", "T1")).isEqualTo(410);
        assertThat(send("o1", "T1")).isEqualTo(410);

        trouble("{\"endpoint\":\"success\",\"next\":0}");
        assertThat(send("o1", "T1")).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"id\":\"o2\"}", "{\"id\":\"o1\"}{}", "{\"id\":\"o1\",\"id\":\"o1\"}"})
    void refusesWhatIsNoOutcome(String body) {
        assertThat(visit.post("/merchant/success", body, "webhook-id", "o1").statusCode())
                .isEqualTo(400);
    }

    @Test
    void refusesAWrongSignatureWhenItHasASecret(@TempDir Path other) throws Exception {
        var settings = Visit.settings(other)
                .withWebhookSecret("whsec_" + Base64.getEncoder().encodeToString(SECRET));
        try (var strict = new Visit(World.start(settings, Visit.at(Duration.ZERO)))) {
            var now = Long.toString(Shop.NOW.getEpochSecond());
            var old = Long.toString(Shop.NOW.getEpochSecond() - 301);

            assertThat(posted(strict, now, "v1,bogus " + signature("o1." + now + ".{\"id\":\"o1\"}")))
                    .isEqualTo(200);
            assertThat(posted(strict, now, signature("o1." + now + ".{\"id\":\"o2\"}")))
                    .isEqualTo(401);
            assertThat(posted(strict, old, signature("o1." + old + ".{\"id\":\"o1\"}")))
                    .isEqualTo(401);
            assertThat(strict.post("/merchant/success", "{\"id\":\"o1\"}").statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void remembersItsReceiptsAfterARestart() {
        send("o1", "T1");
        visit.close();

        try (var again = Visit.to(data)) {
            assertThat(again.get("/merchant/outcomes").body()).contains("\"id\":\"o1\"");
        }
    }

    private static int posted(Visit visit, String timestamp, String signature) {
        return visit.post(
                        "/merchant/success",
                        "{\"id\":\"o1\"}",
                        "webhook-id",
                        "o1",
                        "webhook-timestamp",
                        timestamp,
                        "webhook-signature",
                        signature)
                .statusCode();
    }

    private static String signature(String text) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    private int send(String id, String external) {
        return visit.post("/merchant/success", "{\"id\":\"" + id + "\",\"externalAgreementNo\":\"" + external + "\"}")
                .statusCode();
    }

    private void trouble(String body) {
        assertThat(visit.post("/merchant/faults", body).statusCode()).isEqualTo(200);
    }

    private List<String> ids(String query) {
        var list = Visit.json(
                        "{\"list\":" + visit.get("/merchant/outcomes" + query).body() + "}")
                .path("list");
        return StreamSupport.stream(list.spliterator(), false)
                .map(outcome -> outcome.path("id").asText())
                .toList();
    }
}
