package org.paysign.process;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.paysign.sandbox.KeptKeys;

/** The sandbox as a process that can be killed and started again on the same data. One thread at a time. */
final class SandboxProcess implements Site, OutsideWorld {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final Map<String, String> keys = new TreeMap<>();
    private final Path data;
    private final Path output;
    private final int worldPort = Jvm.freePort();
    private final int brokerPort = Jvm.freePort();
    private final int publicPort = Jvm.freePort();
    private final int managementPort = Jvm.freePort();
    private List<String> options = List.of();
    private @Nullable Process process;

    private SandboxProcess(String name, Path data) {
        this.data = data;
        this.output = Jvm.output(name);
        with("paysign.data.dir", data.toString());
        with("paysign.sandbox.port", String.valueOf(worldPort));
        with("paysign.sandbox.broker.port", String.valueOf(brokerPort));
        with("paysign.http.port", String.valueOf(publicPort));
        with("paysign.sandbox.seed", "false");
        with("paysign.management.port", String.valueOf(managementPort));
    }

    /** Prepares one with data of its own, not started yet; what it prints goes to target/process. */
    static SandboxProcess named(String name) {
        try {
            return new SandboxProcess(name, KeptKeys.in(Files.createTempDirectory("paysign-" + name)));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Replaces a key of the configuration. */
    SandboxProcess with(String key, String value) {
        keys.put(key, value);
        return this;
    }

    /** Replaces the options of its JVM. */
    SandboxProcess in(String... jvm) {
        options = List.of(jvm);
        return this;
    }

    /** Returns when the world answers and the broker takes connections. */
    @Override
    public void start() {
        try {
            Process started =
                    Jvm.paysign(options, keys, output, List.of("sandbox")).start();
            process = started;
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> isReady(started));
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
    }

    private boolean isReady(Process started) throws InterruptedException {
        if (!started.isAlive()) {
            throw new AssertionError("The sandbox ended with " + started.exitValue() + ", see " + output);
        }
        try (Socket broker = new Socket(InetAddress.getLoopbackAddress(), brokerPort)) {
            HttpRequest question = HttpRequest.newBuilder(world("/alipay/faults"))
                    .timeout(PATIENCE)
                    .build();
            return broker.isConnected()
                    && http.send(question, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** SIGKILL: no hook runs, nothing is flushed. */
    void kill() {
        end(running().destroyForcibly());
    }

    /** SIGTERM, as Ctrl-C and every service manager do it. */
    @Override
    public void close() {
        if (process != null) {
            process.destroy();
            end(process);
        }
    }

    private void end(Process ending) {
        try {
            if (!ending.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                ending.destroyForcibly();
                throw new AssertionError("The sandbox did not end, see " + output);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } finally {
            process = null;
        }
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("The sandbox is not started");
        }
        return process;
    }

    long pid() {
        return running().pid();
    }

    /** Where its files are. */
    Path data() {
        return data;
    }

    /** What it printed so far. */
    Path output() {
        return output;
    }

    /** An address in the outside world. */
    @Override
    public URI world(String path) {
        return URI.create("http://127.0.0.1:" + worldPort + path);
    }

    /** Where Alipay's notices go. */
    URI notices() {
        return URI.create("http://127.0.0.1:" + publicPort + "/alipay/notify");
    }

    /** Where the console is: a host and a port. */
    String management() {
        return "127.0.0.1:" + managementPort;
    }

    /** For clients that do their reconnecting themselves. */
    @Override
    public String brokerUrl() {
        return "tcp://127.0.0.1:" + brokerPort + "?reconnectAttempts=0&initialConnectAttempts=1&callTimeout=10000";
    }
}
