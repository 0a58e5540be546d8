package org.paysign.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the merchant has heard: watches the endpoints of a sandbox that may be dead at any moment, and is told of the rest.
 * Watched by one thread at a time.
 */
final class Outcomes {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final OutsideWorld sandbox;
    private final Map<String, Set<String>> told = new ConcurrentHashMap<>();
    private long last;

    Outcomes(OutsideWorld sandbox) {
        this.sandbox = sandbox;
    }

    /** Of how many orders the merchant has heard the last word until now. */
    int finished(List<Order> orders) throws InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(sandbox.world("/merchant/outcomes?afterSeq=" + last))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            for (JsonNode outcome : Order.read(
                    http.send(question, HttpResponse.BodyHandlers.ofString()).body())) {
                heard(
                        outcome.path("externalAgreementNo").asText(),
                        outcome.path("endpoint").asText());
                last = outcome.path("seq").asLong();
            }
        } catch (IOException dead) {
            // It will be asked again.
        }
        return (int) orders.stream().filter(this::isFinished).count();
    }

    /** An outcome that came another way; safe for any thread. */
    void heard(String externalAgreementNo, String endpoint) {
        told.computeIfAbsent(externalAgreementNo, number -> ConcurrentHashMap.newKeySet())
                .add(endpoint);
    }

    boolean isFinished(Order order) {
        return order.isReplied()
                && told.getOrDefault(order.externalAgreementNo(), Set.of()).contains(order.lastEndpoint());
    }
}
