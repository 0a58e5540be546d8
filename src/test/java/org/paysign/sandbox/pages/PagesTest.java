package org.paysign.sandbox.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paysign.sandbox.FakeApp;
import org.paysign.sandbox.SandboxKeys;
import org.paysign.sandbox.World;
import org.paysign.sandbox.WorldSettings;

/** What the pages' server lets in and out, without a browser and without a bundle. */
final class PagesTest {

    private final World world;
    private final Pages pages;

    PagesTest(@TempDir Path data) {
        var app = FakeApp.of("demo", "2021000000000001", "RSA2", "UTF-8", SandboxKeys.of(data, "demo"));
        world = World.start(WorldSettings.of(data, 0, "paysign.sandbox.port", List.of(app)), Clock.systemUTC());
        pages = Pages.open(world, new ShopSettings(1, "nobody", "nothing"), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        pages.close();
        world.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html",
        "/pages/app.js, text/javascript",
        "/pages/pages.css, text/css",
        "/pages/icon.svg, image/svg+xml",
        "/pages/words-zh.js, text/javascript",
    })
    void servesEachFileAsWhatItIs(String path, String type) throws IOException {
        assertThat(get(path, here()))
                .startsWith("HTTP/1.1 200")
                .containsIgnoringCase("Content-Type: " + type)
                .contains("X-Content-Type-Options: nosniff");
    }

    @Test
    void letsAPageRunNothingButItsOwnFiles() throws IOException {
        var page = get("/", here());

        assertThat(page)
                .contains("Content-Security-Policy: default-src 'none'; script-src 'self';")
                .contains("frame-ancestors 'none'");
        assertThat(page.substring(page.indexOf("\r\n\r\n")))
                .doesNotContain("style=")
                .doesNotContain("<style")
                .doesNotContain("onclick")
                .doesNotContain("https://")
                .doesNotContainPattern("<script[^>]*>[^<]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/pages/",
                "/pages/../index.html",
                "/pages/..%2f..%2fstore%2fmigration",
                "/pages/%2e%2e/Pages.class",
                "//etc/passwd",
                "/pages/app.js/../Pages.class",
                "/index.html",
            })
    void servesNoOtherFile(String path) throws IOException {
        assertThat(get(path, here())).containsPattern("^HTTP/1.1 4\\d\\d ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "127.0.0.1.nip.io", "169.254.169.254"})
    void answersNoOtherHost(String host) throws IOException {
        assertThat(get("/", host + ":" + world.port())).startsWith("HTTP/1.1 403");
        assertThat(get("/agreements", host + ":" + world.port())).startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain, '', 415",
        "application/x-www-form-urlencoded, '', 415",
        "application/json, Origin: https://evil.example, 403",
        "application/json, Origin: http://localhost:1, 403",
        "application/json, Origin: null, 403",
        "application/json, Sec-Fetch-Site: cross-site, 403",
        "application/json, Sec-Fetch-Site: same-site, 403",
    })
    void takesNoOrderFromAnotherSite(String type, String header, int status) throws IOException {
        for (var path : List.of("/shop/sign", "/shop/result", "/shop/unsign")) {
            assertThat(post(path, type, header, "{}")).startsWith("HTTP/1.1 " + status);
        }
    }

    @Test
    void takesAnOrderFromItsOwnPage() throws IOException {
        assertThat(post("/shop/sign", "application/json", "Origin: http://" + here(), "{}"))
                .startsWith("HTTP/1.1 400")
                .contains("merchant");
    }

    @Test
    void tellsWhatHappenedToAnAgreementAndHidesWhatIsPersonal() throws IOException {
        pages.passed(new Passage("N1", "sign-request", "why", "{\"external_logon_id\":\"13852852877\"}", false));
        pages.passed(new Passage("N2", "reply", "why", null, false));

        try (var socket = connect()) {
            send(socket, "GET /journey/events?number=N1 HTTP/1.1\r\nHost: " + here() + "\r\n\r\n");
            var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            var line = reader.readLine();
            while (!line.startsWith("data:")) {
                line = reader.readLine();
            }
            assertThat(line)
                    .contains("sign-request")
                    .contains("138****2877")
                    .doesNotContain("13852852877")
                    .doesNotContain("reply");
        }
    }

    private String here() {
        return "127.0.0.1:" + world.port();
    }

    private String get(String path, String host) throws IOException {
        return exchange("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
    }

    private String post(String path, String type, String header, String body) throws IOException {
        return exchange("POST " + path + " HTTP/1.1\r\nHost: " + here() + "\r\nConnection: close\r\nContent-Type: "
                + type
                + "\r\nContent-Length: " + body.length() + "\r\n" + (header.isEmpty() ? "" : header + "\r\n") + "\r\n"
                + body);
    }

    private String exchange(String request) throws IOException {
        try (var socket = connect()) {
            send(socket, request);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), world.port());
    }

    private static void send(Socket socket, String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }
}
