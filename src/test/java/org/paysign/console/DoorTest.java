package org.paysign.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paysign.http.ManagementAddress;
import org.paysign.http.ManagementServer;
import org.paysign.http.Page;

/** The management port with its door and the console behind it, without a bundle. */
@NullUnmarked
class DoorTest {

    private static final String RIGHT = basic("boss:right");
    private static final String WRONG = basic("boss:wrong");

    private final Ticking clock = new Ticking();
    private final Calls calls = new Calls();
    private ManagementServer server;

    @AfterEach
    void stop() throws Exception {
        server.stop();
        calls.stop();
    }

    @Test
    void opensNoPathOfTheConsoleWithoutTheRightPassword() throws Exception {
        serve("right", "", false);
        Set<String> console = server.paths().stream()
                .filter(path -> !path.startsWith("/observe/"))
                .collect(Collectors.toSet());
        assertThat(console)
                .contains("/hawtio/jolokia", "/hawtio/user", "/hawtio/favicon.ico")
                .hasSizeGreaterThan(100);

        for (String path : console) {
            assertThat(status("GET", path, "")).as(path).isEqualTo("401");
            assertThat(status("POST", path, "")).as(path).isEqualTo("401");
            clock.tick();
            assertThat(status("GET", path, WRONG)).as(path).isEqualTo("401");
        }
    }

    @Test
    void opensEveryPathWithTheRightPassword() throws Exception {
        serve("right", "", false);
        for (String path : server.paths()) {
            String expected = path.equals("/hawtio") ? "302" : path.equals(Console.LOGOUT) ? "401" : "200";
            assertThat(status("GET", path, RIGHT)).as(path).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/observe/health", "/observe/metrics"})
    void asksProbesForNoLoginAndRefusesAWrongOne(String path) throws Exception {
        serve("right", "", false);

        assertThat(status("GET", path, "")).isEqualTo("200");
        assertThat(status("GET", path, RIGHT)).isEqualTo("200");
        assertThat(status("GET", path, WRONG)).isEqualTo("401");
        assertThat(status("GET", path, "Authorization: Bearer x\r\n")).isEqualTo("401");
    }

    @Test
    void asksForALoginBeforeMetricsIfConfigured() throws Exception {
        serve("right", "", true);

        assertThat(status("GET", "/observe/metrics", "")).isEqualTo("401");
        assertThat(status("GET", "/observe/metrics", RIGHT)).isEqualTo("200");
        assertThat(status("GET", "/observe/health", "")).isEqualTo("200");
    }

    @Test
    void saysWhichKeysAreMissingIfNobodyCanLogIn() throws Exception {
        serve("", "", false);

        assertThat(ask("GET", "/hawtio/", ""))
                .startsWith("HTTP/1.1 403 ")
                .contains("paysign.console.operator.password", "paysign.console.viewer.password");
        assertThat(status("GET", "/hawtio/user", basic("boss:"))).isEqualTo("403");
        assertThat(status("GET", "/observe/health", "")).isEqualTo("200");
        assertThat(status("GET", "/observe/health", basic("boss:"))).isEqualTo("401");
    }

    @ParameterizedTest
    @ValueSource(strings = {"boss:", "guest:", "guest:right", ":right", "boss", "", "boss:right ", "BOSS:right"})
    void refusesWhatIsNotQuiteRight(String credentials) throws Exception {
        serve("right", "", false);

        assertThat(status("GET", "/hawtio/user", basic(credentials))).isEqualTo("401");
    }

    @Test
    void refusesTwoLoginsAtOnce() throws Exception {
        serve("right", "", false);

        assertThat(status("GET", "/hawtio/user", WRONG + RIGHT)).isEqualTo("401");
        assertThat(status("GET", "/hawtio/user", RIGHT + RIGHT)).isEqualTo("401");
        assertThat(status("GET", "/hawtio/user", "Authorization: Basic !!\r\n")).isEqualTo("401");
    }

    @Test
    void stopsListeningToWhoGuessesUntilTheNextMinute() throws Exception {
        serve("right", "", false);
        for (int guess = 0; guess < 10; guess++) {
            assertThat(status("GET", "/hawtio/user", WRONG)).isEqualTo("401");
        }

        assertThat(ask("GET", "/hawtio/user", WRONG))
                .startsWith("HTTP/1.1 429 ")
                .contains("Retry-After: 60");
        assertThat(status("GET", "/hawtio/user", RIGHT)).isEqualTo("429");
        assertThat(status("GET", "/observe/health", "")).isEqualTo("200");

        clock.tick();
        assertThat(status("GET", "/hawtio/user", RIGHT)).isEqualTo("200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/hawtio/../access-operator.xml",
                "/hawtio/access-operator.xml",
                "/hawtio/static/../../access-operator.xml",
                "/hawtio/%2e%2e/access-operator.xml",
                "/hawtio/..%2faccess-operator.xml",
                "/hawtio/static/..%5c..%5caccess-operator.xml",
                "/hawtio//access-operator.xml",
                "/hawtio/./Console.class",
                "/hawtio/static/js/",
                "/hawtio/static",
                "/hawtio/index.html",
                "/hawtio/img",
                "/hawtio/console",
                "/hawtiox/user"
            })
    void servesNothingThatIsNotInItsList(String path) throws Exception {
        serve("right", "", false);

        assertThat(ask("GET", path, RIGHT))
                .containsPattern("^HTTP/1.1 40[04] ")
                .doesNotContain("restrict", "operation");
    }

    @Test
    void showsItsPageUnderTheAddressesInsideIt() throws Exception {
        serve("right", "", false);

        assertThat(ask("GET", "/hawtio/camel/routes?nid=x", RIGHT + "Accept: text/html,*/*\r\n"))
                .startsWith("HTTP/1.1 200 ")
                .contains("<div id=\"root\">", "script-src 'self';", "frame-ancestors 'none'", "nosniff", "no-store");
        assertThat(status("GET", "/hawtio/camel/routes", RIGHT)).isEqualTo("404");
    }

    @ParameterizedTest
    @CsvSource({
        "http://evil.example, 403",
        "null, 403",
        "http://localhost.evil.example, 403",
        "http://localhost:9999, 403",
        "http://evil@localhost, 403",
        "http://localhost, 200",
        "https://localhost, 200"
    })
    void answersItsOwnPagesOnly(String origin, String status) throws Exception {
        serve("right", "", false);

        assertThat(status("GET", "/hawtio/user", RIGHT + "Origin: " + origin + "\r\n"))
                .isEqualTo(status);
        assertThat(status("GET", "/hawtio/jolokia", RIGHT + "Origin: " + origin + "\r\n"))
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"cross-site, 403", "same-site, 403", "same-origin, 200", "none, 200"})
    void answersNoPictureOfAnotherPage(String site, String status) throws Exception {
        serve("right", "", false);

        assertThat(status("GET", "/hawtio/jolokia", RIGHT + "Sec-Fetch-Site: " + site + "\r\n"))
                .isEqualTo(status);
    }

    @Test
    void isDeafToStrangersNames() throws Exception {
        serve("right", "", false);

        assertThat(raw("GET /hawtio/user HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n" + RIGHT + "\r\n"))
                .startsWith("HTTP/1.1 421 ");
    }

    @Test
    void refusesTwoUsersOfOneName() throws Exception {
        serve("right", "", false);

        assertThatThrownBy(() -> new Accounts("boss", "a", "boss", "b"))
                .hasMessageContaining("paysign.console.viewer.user");
        assertThatThrownBy(() -> new Accounts("bo:ss", "a", "", ""))
                .hasMessageContaining("paysign.console.operator.user")
                .hasMessageNotContaining("bo:ss");
    }

    private void serve(String operator, String viewer, boolean metricsToo) throws Exception {
        calls.start();
        Page fine = new Page(200, "text/plain", "fine");
        server = new ManagementServer(
                new ManagementAddress("127.0.0.1", 0, ""),
                Map.of("/observe/health", () -> fine, "/observe/metrics", () -> fine),
                new Door(new Accounts("boss", operator, "guest", viewer), clock, metricsToo),
                new Console(calls));
        server.start();
    }

    private String status(String method, String path, String headers) throws IOException {
        return ask(method, path, headers).substring("HTTP/1.1 ".length()).substring(0, 3);
    }

    private String ask(String method, String path, String headers) throws IOException {
        return raw(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static String basic(String credentials) {
        return "Authorization: Basic "
                + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)) + "\r\n";
    }

    /** Stands still until it is told that a minute has passed. */
    private static final class Ticking extends Clock {

        private Instant now = Instant.parse("2026-11-23T09:00:00Z");

        void tick() {
            now = now.plus(Duration.ofMinutes(1));
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
