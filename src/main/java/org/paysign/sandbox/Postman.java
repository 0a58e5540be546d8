package org.paysign.sandbox;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Posts a notice and reads the answer; follows no redirect, asks no proxy and blocks nobody. */
final class Postman {

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();
    private final Duration patience;

    Postman(Duration patience) {
        this.patience = patience;
    }

    /** The beginning of an answer, as text of one byte a character. */
    record Answer(int status, String text) {

        /** The word and nothing else. */
        boolean success() {
            return status == 200 && text.equals("success");
        }

        String printable() {
            var shown = text.replaceAll("[^ -~]", "");
            return shown.substring(0, Math.min(16, shown.length()));
        }
    }

    /** Fails when there is no answer in time. */
    CompletableFuture<Answer> post(URI address, NoticeForm form) {
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", form.mediaType())
                .POST(HttpRequest.BodyPublishers.ofString(form.body(), StandardCharsets.US_ASCII))
                .build();
        var exchange = client.sendAsync(request, head -> new FirstBytes());
        return exchange.copy()
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((answer, failure) -> {
                    if (failure != null) {
                        exchange.cancel(true);
                    }
                })
                .thenApply(Postman::answer);
    }

    private static Answer answer(HttpResponse<byte[]> response) {
        return new Answer(response.statusCode(), new String(response.body(), StandardCharsets.ISO_8859_1));
    }
}
