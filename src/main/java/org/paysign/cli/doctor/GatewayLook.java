package org.paysign.cli.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Asks a gateway for its headers: whether it is there, whether its certificate is trusted, and what time it has. */
public record GatewayLook(Clock clock) {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration MUCH = Duration.ofSeconds(30);
    private static final Duration TOO_MUCH = Duration.ofMinutes(5);

    /** Looks once; no business call is made. */
    public List<Finding> at(URI gateway) throws InterruptedException {
        String name = "gateway " + gateway.getHost();
        HttpClient http = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        HttpRequest head = HttpRequest.newBuilder(gateway)
                .timeout(PATIENCE)
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            Instant before = clock.instant();
            HttpResponse<Void> answer = http.send(head, HttpResponse.BodyHandlers.discarding());
            Duration took = Duration.between(before, clock.instant());
            Instant middle = before.plus(took.dividedBy(2));
            return List.of(
                    Finding.ok(name, gateway.getScheme().equals("https") ? "answers, and TLS trusts it" : "answers"),
                    time(name, answer.headers().firstValue("Date"), middle));
        } catch (SSLException untrusted) {
            return List.of(Finding.fail(
                    name,
                    "TLS does not trust it (" + untrusted.getClass().getSimpleName() + ")",
                    "Use a Java with current root certificates, or give those of your proxy with"
                            + " -Djavax.net.ssl.trustStore."));
        } catch (IOException away) {
            return List.of(Finding.fail(
                    name,
                    "cannot be reached (" + away.getClass().getSimpleName() + ")",
                    "Open the way to it in firewall and DNS; see gateway-url of the merchant."));
        }
    }

    static Finding time(String gateway, Optional<String> date, Instant now) {
        String name = "clock against " + gateway;
        Instant theirs;
        try {
            theirs = ZonedDateTime.parse(date.orElse(""), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeParseException untold) {
            return Finding.skipped(name, "it does not tell its time");
        }
        // The header has whole seconds: half a second more is likeliest.
        Duration off = Duration.between(theirs.plusMillis(500), now);
        String sentence = "this machine is " + Math.abs(off.toSeconds()) + " s "
                + (off.isNegative() ? "behind" : "ahead of") + " it";
        String next = "Set this machine's clock by NTP: Alipay refuses timestamps that are too far from its own.";
        if (off.abs().compareTo(TOO_MUCH) > 0) {
            return Finding.fail(name, sentence, next);
        }
        return off.abs().compareTo(MUCH) > 0 ? Finding.warn(name, sentence, next) : Finding.ok(name, sentence);
    }

    @Override
    public String toString() {
        return "GatewayLook[]";
    }
}
