package org.paysign.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.ObjectName;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paysign.cli.RunningBundle;
import org.paysign.signature.Rsa;

/** What monitoring reads of a running bundle, and what nobody else gets. */
@NullUnmarked
class ManagementPortTest {

    @RegisterExtension
    static final RunningBundle BUNDLE = new RunningBundle();

    @Test
    void saysThatAllIsWell() throws Exception {
        Deal.signed(BUNDLE);

        JsonNode health = json(get("/observe/health"));

        assertThat(health.path("status").asText()).as("%s", health).isEqualTo("UP");
        assertThat(health.path("checks"))
                .extracting(check ->
                        check.path("name").asText() + " " + check.path("status").asText())
                .contains(
                        "context UP",
                        "paysign-broker UP",
                        "paysign-certificates UP",
                        "paysign-database UP",
                        "paysign-gateways UP",
                        "paysign-outbox UP",
                        "paysign-signature UP",
                        "paysign-unknown UP");
        assertThat(get("/observe/health/live")).startsWith("HTTP/1.1 200 ").doesNotContain("paysign-");
        assertThat(get("/observe/health/ready"))
                .startsWith("HTTP/1.1 200 ")
                .contains("paysign-database", "paysign-broker")
                .doesNotContain("paysign-gateways");
    }

    @Test
    void saysWhoSigns() throws Exception {
        String provider = Rsa.of("auto").provider();

        assertThat(json(get("/observe/health")).path("checks"))
                .filteredOn(check -> check.path("name").asText().equals("paysign-signature"))
                .extracting(check -> check.path("data").path("provider").asText())
                .containsExactly(provider);
        assertThat(ManagementFactory.getPlatformMBeanServer()
                        .getAttribute(new ObjectName("org.paysign:type=Agreements"), "SignatureProvider"))
                .isEqualTo(provider);
    }

    @Test
    void saysWhichGatewayIsAwayAndStaysReady() throws Exception {
        BUNDLE.post("/alipay/faults", "{\"kind\":\"http500\",\"next\":-1}");
        Deal deal = Deal.open(BUNDLE);
        deal.relay(deal.phone("cancel"));

        await().untilAsserted(() -> assertThat(get("/observe/health"))
                .startsWith("HTTP/1.1 503 ")
                .contains("\"name\":\"paysign-gateways\",\"status\":\"DOWN\"", "Alipay's gateway has not answered"));
        assertThat(get("/observe/health/ready")).startsWith("HTTP/1.1 200 ");

        BUNDLE.post("/alipay/faults", "{\"kind\":\"http500\",\"next\":0}");
        await().untilAsserted(() -> assertThat(get("/observe/health")).startsWith("HTTP/1.1 200 "));
    }

    @Test
    void staysReadyWhenAnOperatorStopsARoute() throws Exception {
        BUNDLE.camel().getRouteController().stopRoute("unsign-request");
        try {
            assertThat(get("/observe/health")).startsWith("HTTP/1.1 503 ").contains("unsign-request");
            assertThat(get("/observe/health/ready")).startsWith("HTTP/1.1 200 ");
        } finally {
            BUNDLE.camel().getRouteController().startRoute("unsign-request");
        }
    }

    @Test
    void countsExchangesUnderCamelsNames() throws Exception {
        String succeeded =
                "camel_exchanges_succeeded_total{camelContext=\"paysign\",eventType=\"route\",kind=\"CamelRoute\","
                        + "routeId=\"sign-request\"}";
        double before = figure(succeeded);

        Deal.open(BUNDLE);

        await().untilAsserted(() -> assertThat(figure(succeeded)).isEqualTo(before + 1));
        assertThat(get("/observe/metrics"))
                .contains(
                        "camel_exchanges_total{",
                        "camel_exchanges_failed_total{",
                        "camel_exchanges_failures_handled_total{",
                        "camel_exchanges_external_redeliveries_total{",
                        "camel_exchanges_inflight{",
                        "camel_route_policy_seconds_bucket{",
                        "camel_routes_running_routes{",
                        "jvm_memory_used_bytes{",
                        "hikaricp_connections_active{pool=\"paysign\"}");
    }

    @Test
    void countsWhatPaySignKnows() throws Exception {
        Deal.signed(BUNDLE);
        BUNDLE.notice("app_id=1&sign=x".getBytes(StandardCharsets.UTF_8));
        Deal forged = Deal.open(BUNDLE);
        double unproven = figure("paysign_results_unproven_total");
        forged.relay(forged.phone("forge"));
        await().untilAsserted(() ->
                assertThat(figure("paysign_results_unproven_total")).isEqualTo(unproven + 1));

        await().untilAsserted(() -> {
            assertThat(figure("paysign_agreements{merchant=\"demo\",state=\"SIGNED\"}"))
                    .isPositive();
            assertThat(figure("paysign_outcomes{status=\"DELIVERED\"}")).isPositive();
            assertThat(figure("paysign_oldest_seconds{what=\"unknown\"}")).isNotNegative();
            assertThat(figure("paysign_up{part=\"database\"}")).isEqualTo(1);
            assertThat(figure("paysign_up{part=\"broker\"}")).isEqualTo(1);
        });
        assertThat(get("/observe/metrics"))
                .containsPattern("paysign_notices_refused_total\\{reason=\"[a-z_]+\"} [1-9]")
                .contains("paysign_gateway_call_seconds_bucket{answered=\"true\",merchant=\"demo\",le=\"0.5\"}");
    }

    /** A page in an operator's browser would come with a name of its own. */
    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "evil.example:9876", "localhost.evil.example", "127.0.0.1.evil.example", ""})
    void refusesNamesThatAreNotItsOwn(String host) throws Exception {
        assertThat(ask("GET /observe/metrics HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                .containsPattern("^HTTP/1.1 4(00|21) ")
                .doesNotContain("jvm_", "evil");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:1", "127.0.0.1:9876", "10.1.2.3", "[::1]:9876"})
    void takesAddressesAndLocalhost(String host) throws Exception {
        assertThat(ask("GET /observe/health/live HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @CsvSource({
        "POST /observe/metrics, 405",
        "DELETE /observe/health, 405",
        "OPTIONS /observe/health, 405",
        "TRACE /observe/health, 405",
        "GET /canary, 404",
        "GET /, 404",
        "GET /alipay/notify, 404",
        "GET /observe/health/../metrics/canary, 404"
    })
    void showsNothingElse(String request, int status) throws Exception {
        assertThat(ask(request
                        + "?canary HTTP/1.1\r\nHost: localhost\r\nX-Canary: canary\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 " + status + " ")
                .doesNotContain("canary", "Jetty", "Exception");
    }

    @Test
    void isNotOnThePublicPort() throws Exception {
        String port = BUNDLE.camel().resolvePropertyPlaceholders("{{paysign.http.port}}");
        assertThat(RawHttp.exchange(
                        Integer.parseInt(port),
                        "GET /observe/metrics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404 ");
    }

    private static double figure(String name) throws IOException {
        Matcher line = Pattern.compile("^" + Pattern.quote(name) + " (\\S+)$", Pattern.MULTILINE)
                .matcher(get("/observe/metrics").replace("\r", ""));
        return line.find() ? Double.parseDouble(line.group(1)) : -1;
    }

    private static JsonNode json(String answer) throws IOException {
        return Deal.JSON.readTree(answer.substring(answer.indexOf("\r\n\r\n")));
    }

    private static String get(String path) throws IOException {
        return ask("GET " + path + " HTTP/1.0\r\nHost: localhost\r\n\r\n");
    }

    private static String ask(String request) throws IOException {
        return RawHttp.exchange(BUNDLE.managementPort(), request);
    }
}
