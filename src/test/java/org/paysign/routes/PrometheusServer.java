package org.paysign.routes;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.paysign.cli.RunningBundle;
import org.paysign.support.Alarm;
import org.paysign.support.FreePort;

/**
 * A Prometheus with the shipped alarms that scrapes a running bundle every second. Where there is none, what needs it is
 * skipped, or fails with {@code -Dprometheus.required=true}.
 */
@NullUnmarked
final class PrometheusServer implements BeforeAllCallback, AfterAllCallback {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String MISSING = "There is no Prometheus here: apt-get install --no-install-recommends"
            + " prometheus, then ./mvnw verify -Dprometheus.required=true";

    private final HttpClient http = HttpClient.newHttpClient();
    private final RunningBundle bundle;
    private Process process;
    private int port;

    private PrometheusServer(RunningBundle bundle) {
        this.bundle = bundle;
    }

    static PrometheusServer scraping(RunningBundle bundle) {
        return new PrometheusServer(bundle);
    }

    static boolean isHere() {
        return found("prometheus").isPresent() && found("promtool").isPresent();
    }

    /** Ends a test that cannot do without. */
    static void require() {
        if (!isHere()) {
            if (Boolean.getBoolean("prometheus.required")) {
                throw new AssertionError(MISSING);
            }
            Assumptions.abort(MISSING);
        }
    }

    private static Optional<Path> found(String command) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, command))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Runs promtool and returns what it says, with its exit code in front. */
    static String promtool(String... arguments) throws Exception {
        require();
        List<String> command = new ArrayList<>(List.of(arguments));
        command.add(0, found("promtool").orElseThrow().toString());
        Process tool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return tool.waitFor() + " " + said;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        if (!isHere()) {
            return;
        }
        Path folder = Files.createTempDirectory("prometheus");
        port = FreePort.find();
        Path config = Files.writeString(
                folder.resolve("prometheus.yml"),
                """
                global: {scrape_interval: 1s, evaluation_interval: 1s}
                rule_files: ['%s']
                scrape_configs:
                  - job_name: paysign
                    metrics_path: /observe/metrics
                    static_configs: [{targets: ['127.0.0.1:%d']}]
                """
                        .formatted(Alarm.RULES.toAbsolutePath(), bundle.managementPort()));
        process = new ProcessBuilder(
                        found("prometheus").orElseThrow().toString(),
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptionsMatching(IOException.class::isInstance)
                .until(() -> query("up{job=\"paysign\"} == 1").size() == 1);
    }

    @Override
    public void afterAll(ExtensionContext context) throws InterruptedException {
        if (process != null) {
            process.destroy();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    /** Waits until the alarm's expression finds something; how long it has to last is promtool's affair. */
    void sees(String alarm) {
        if (process != null) {
            await(alarm, true);
        }
    }

    /** Waits until the alarm's expression finds nothing any more. */
    void seesNo(String alarm) {
        if (process != null) {
            await(alarm, false);
        }
    }

    private void await(String alarm, boolean found) {
        String expression = Alarm.named(alarm).expression();
        Awaitility.await(alarm + (found ? " to be true" : " to be over"))
                .atMost(PATIENCE)
                .until(() -> query(expression).isEmpty() != found);
    }

    /** What a query finds now. */
    JsonNode query(String query) throws IOException, InterruptedException {
        return get("query?query=" + encoded(query)).path("result");
    }

    /** Whether such series were ever scraped. */
    boolean knows(String selector) throws IOException, InterruptedException {
        return !get("series?match%5B%5D=" + encoded(selector)).isEmpty();
    }

    JsonNode rules() throws IOException, InterruptedException {
        return get("rules").path("groups");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/" + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 503) {
            throw new IOException("Prometheus is starting");
        }
        JsonNode body = Deal.JSON.readTree(answer.body());
        if (!body.path("status").asText().equals("success")) {
            throw new AssertionError(path + ": " + answer.body());
        }
        return body.path("data");
    }
}
