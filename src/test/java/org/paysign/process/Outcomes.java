package org.paysign.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** Watches the merchant's endpoints of a sandbox that may be dead at any moment. One thread at a time. */
final class Outcomes {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final OutsideWorld sandbox;
    private final Set<String> told = new HashSet<>();
    private long last;

    Outcomes(OutsideWorld sandbox) {
        this.sandbox = sandbox;
    }

    /** Of how many agreements the merchant has heard until now. */
    int agreements() throws InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(sandbox.world("/merchant/outcomes?afterSeq=" + last))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            for (JsonNode outcome : Order.read(
                    http.send(question, HttpResponse.BodyHandlers.ofString()).body())) {
                told.add(outcome.path("externalAgreementNo").asText());
                last = outcome.path("seq").asLong();
            }
        } catch (IOException dead) {
            // It will be asked again.
        }
        return told.size();
    }

    boolean have(String externalAgreementNo) {
        return told.contains(externalAgreementNo);
    }
}
