package org.paysign.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paysign.cli.doctor.Finding.State;
import org.paysign.merchant.KeyRing;
import org.paysign.merchant.KeyRing.Profile;
import org.paysign.merchant.RingKey;
import org.paysign.signature.SignType;

class RoundTest {

    private static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");

    @Test
    void waitsForNobodyWithoutEnd() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        Look slow = new Look("slow", () -> {
            never.await();
            return List.of();
        });
        Look broken = new Look("broken", () -> {
            throw new java.sql.SQLException("jdbc:x?password=geheim");
        });
        List<Finding> findings = new Round(List.of(slow, broken), Duration.ofMillis(200)).findings();

        assertThat(findings).extracting(Finding::name).containsExactly("slow", "broken");
        assertThat(findings).extracting(Finding::state).containsOnly(State.FAIL);
        assertThat(findings).extracting(Finding::sentence).noneMatch(sentence -> sentence.contains("geheim"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T04:00:29Z, OK",
        "2026-11-23T03:59:31Z, OK",
        "2026-11-23T04:00:32Z, WARN",
        "2026-11-23T03:55:02Z, WARN",
        "2026-11-23T04:05:02Z, FAIL",
        "2026-11-23T03:54:58Z, FAIL"
    })
    void comparesClocks(Instant machine, State state) {
        Finding found = GatewayLook.time("gateway", Optional.of("Mon, 23 Nov 2026 04:00:00 GMT"), machine);
        assertThat(found.state()).isEqualTo(state);
    }

    @Test
    void skipsClockThatIsNotTold() {
        assertThat(GatewayLook.time("gateway", Optional.empty(), NOW).state()).isEqualTo(State.SKIPPED);
    }

    @ParameterizedTest
    @CsvSource({"2026-12-01T00:00:00Z, WARN", "2027-12-01T00:00:00Z, OK"})
    void tellsOfCertificateThatEnds(Instant ends, State state) {
        RingKey key = new RingKey("app-cert", "", Optional.of("0a"), Optional.of(ends));
        Profile profile =
                new Profile("shop", "2021", SignType.RSA2, java.nio.charset.StandardCharsets.UTF_8, Optional.empty());
        KeyRing ring = new KeyRing(profile, List.of(key), List.of(), Optional.empty());

        assertThat(new MerchantLook(Clock.fixed(NOW, ZoneOffset.UTC)).at(ring))
                .extracting(Finding::state)
                .containsExactly(State.OK, state);
    }
}
