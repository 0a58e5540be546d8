package org.paysign.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WorldTest {

    private final Shop shop = Shop.demo();
    private final Path data;

    WorldTest(@TempDir Path data) {
        this.data = data;
    }

    @Test
    void remembersItsAgreementsAfterARestart() {
        try (var visit = Visit.to(data)) {
            visit.sign(shop.signStr(Shop.period("T1")), "unknown-signed");
        }
        try (var visit = Visit.to(data)) {
            assertThat(visit.query(shop, Shop.named("T1")).path("status").textValue())
                    .isEqualTo("NORMAL");
        }
    }

    @Test
    void namesTheKeyOfATakenPort() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var settings = WorldSettings.of(data, other.getLocalPort(), "paysign.sandbox.port", List.of(shop.known()));
            assertThatThrownBy(() -> World.start(settings, Visit.at(java.time.Duration.ZERO))
                            .close())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("Port %d is taken: set paysign.sandbox.port to a free one", other.getLocalPort());
        }
    }

    @Test
    void answersInJsonWithoutAnEcho() {
        try (var visit = Visit.to(data)) {
            var nowhere = visit.get("/nowhere");
            assertThat(nowhere.statusCode()).isEqualTo(404);
            assertThat(Visit.json(nowhere.body()).path("error").textValue()).doesNotContain("nowhere");

            var wrong = visit.get("/gateway.do");
            assertThat(wrong.statusCode()).isEqualTo(405);
            assertThat(wrong.headers().firstValue("Allow")).contains("POST");
        }
    }

    @Test
    void refusesABodyBeyondTheLimit() {
        try (var visit = Visit.to(data)) {
            assertThat(visit.post("/merchant/success", "x".repeat(FrontDoor.MAX_BODY + 1))
                            .statusCode())
                    .isEqualTo(413);
            assertThat(visit.post("/merchant/success", "x".repeat(FrontDoor.MAX_BODY))
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://127.0.0.1.evil.example:8090"})
    void refusesACallMadeByAnotherSite(String origin) {
        try (var visit = Visit.to(data)) {
            assertThat(visit.post("/alipay/faults", "{\"kind\":\"reset\",\"next\":1}", "Origin", origin)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(visit.post(
                                    "/alipay/faults",
                                    "{\"kind\":\"reset\",\"next\":0}",
                                    "Origin",
                                    "http://localhost:8090")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void refusesAHostNameThatIsNotThisMachine() throws IOException {
        try (var visit = Visit.to(data)) {
            assertThat(raw(visit, "GET /merchant/outcomes HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 403 ");
        }
    }

    @Test
    void answersAMalformedRequestWithoutAnEcho() throws IOException {
        try (var visit = Visit.to(data)) {
            assertThat(raw(visit, "GET /%zz<script> HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 400 ")
                    .contains("{\"error\":")
                    .doesNotContain("script");
        }
    }

    @Test
    void showsNoKeyWhenPrinted() {
        var settings = Visit.settings(data).withWebhookSecret("whsec_c2VjcmV0");

        assertThat(settings.toString()).doesNotContain("c2VjcmV0", "modulus", "whsec");
        assertThatThrownBy(() -> settings.withWebhookSecret("whsec_not base64!"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("webhookSecret must be whsec_ followed by Base64");
    }

    private static String raw(Visit visit, String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), visit.world.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
