package org.paysign.process;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.paysign.sandbox.FakeApp;
import org.paysign.sandbox.KeptKeys;
import org.paysign.sandbox.SandboxKeys;
import org.paysign.sandbox.World;
import org.paysign.sandbox.WorldSettings;
import org.paysign.store.Postgres;

/** {@code paysign run} as a process, against a broker of its own and a world that lives in the test. */
final class RunProcess implements AutoCloseable, OutsideWorld {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Pattern STARTED = Pattern.compile("Apache Camel .* started in");
    private static final Path DEMO = Path.of("config/sandbox/merchants/demo.properties");

    private final Map<String, String> keys = new TreeMap<>();
    private final List<String> arguments = new ArrayList<>(List.of("run"));
    private final String plainUrl;
    private final Path data;
    private final Path output;
    private final World world;
    private final boolean ownsWorld;
    private @Nullable Process process;

    private RunProcess(String plainUrl, Path data, Path output, World world, boolean ownsWorld) {
        this.plainUrl = plainUrl;
        this.data = data;
        this.output = output;
        this.world = world;
        this.ownsWorld = ownsWorld;
    }

    static RunProcess on(StandaloneBroker broker, String brokerUrl, String user, Path data) throws IOException {
        return on(broker.plainUrl(), brokerUrl, user, data);
    }

    /**
     * Prepares the first instance and the world around it.
     *
     * @param plainUrl where a merchant finds the broker
     * @param brokerUrl where PaySign does
     * @param user of the broker, his name is his password
     */
    static RunProcess on(String plainUrl, String brokerUrl, String user, Path data) throws IOException {
        Files.createDirectories(data);
        Path merchants = Files.createDirectory(data.resolve("merchants"));
        Files.copy(DEMO, merchants.resolve("demo.properties"));
        Properties profile = new Properties();
        try (Reader file = Files.newBufferedReader(DEMO, StandardCharsets.UTF_8)) {
            profile.load(file);
        }
        FakeApp app = FakeApp.of(
                "demo",
                profile.getProperty("app-id"),
                profile.getProperty("sign-type"),
                profile.getProperty("charset"),
                SandboxKeys.of(KeptKeys.in(data), "demo"));
        World world = World.start(WorldSettings.of(data, 0, "port", List.of(app)), Clock.systemUTC());
        RunProcess run = new RunProcess(plainUrl, data, Jvm.output("run-" + data.getFileName()), world, true);
        run.keys.putAll(Map.of(
                "paysign.broker.url", brokerUrl,
                "paysign.broker.user", user,
                "paysign.broker.password", user,
                "paysign.data.dir", data.toString(),
                "paysign.merchants.dir", merchants.toString(),
                "paysign.http.port", String.valueOf(Jvm.freePort()),
                "paysign.management.port", String.valueOf(Jvm.freePort()),
                "paysign.sandbox.port", String.valueOf(world.port())));
        // Times as in the sandbox: nobody waits for those of production.
        run.keys.putAll(Map.of(
                "paysign.sign.margin", "2",
                "paysign.poll.silence", "10",
                "paysign.poll.first-gap", "1",
                "paysign.poll.longest-gap", "2",
                "paysign.poll.lease", "8",
                "paysign.deliver.first-gap", "1",
                "paysign.deliver.longest-gap", "4",
                "paysign.deliver.lease", "8"));
        return run;
    }

    /** Prepares another instance beside this one, with the same keys, in the same world. */
    RunProcess sibling(String name) {
        RunProcess other =
                new RunProcess(plainUrl, data, Jvm.output("run-" + data.getFileName() + "-" + name), world, false);
        other.keys.putAll(keys);
        other.arguments.clear();
        other.arguments.addAll(arguments);
        other.keys.put("paysign.http.port", String.valueOf(Jvm.freePort()));
        other.keys.put("paysign.management.port", String.valueOf(Jvm.freePort()));
        return other;
    }

    /** Replaces a key of the configuration. */
    RunProcess with(String key, String value) {
        keys.put(key, value);
        return this;
    }

    /** Keeps the rows in PostgreSQL. */
    RunProcess on(PostgresServer database) {
        return with("paysign.database.url", database.url())
                .with("paysign.database.user", Postgres.USER)
                .with("paysign.database.password", Postgres.PASSWORD);
    }

    /** Runs other routes than the shipped ones. */
    RunProcess withRoutes(Path folder) {
        arguments.addAll(List.of("--routes", folder.toString()));
        return this;
    }

    void start() throws IOException {
        process = Jvm.paysign(keys, output, arguments).start();
    }

    /** Returns when it has taken up its work. */
    void startAndAwait() throws IOException {
        int begin = log().length();
        start();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> {
            if (!isAlive()) {
                throw new AssertionError("An instance ended, see " + output);
            }
            return STARTED.matcher(log()).find(begin);
        });
    }

    /** SIGKILL: no hook runs, nothing is flushed. */
    void kill() {
        Process ending = running().destroyForcibly();
        process = null;
        Jvm.awaitEnd(ending, output);
    }

    /** SIGTERM, as every service manager does it; returns the exit code. */
    int terminate() {
        Process ending = running();
        process = null;
        ending.destroy();
        Jvm.awaitEnd(ending, output);
        return ending.exitValue();
    }

    /** SIGSTOP: it does nothing and loses nothing, as a machine that hangs. */
    void pause() throws IOException {
        signal("-STOP");
    }

    /** SIGCONT: it goes on as if no time had passed. */
    void resume() throws IOException {
        signal("-CONT");
    }

    private void signal(String name) throws IOException {
        Process kill = new ProcessBuilder("kill", name, String.valueOf(pid())).start();
        Jvm.awaitEnd(kill, output);
    }

    long pid() {
        return running().pid();
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("This instance is not started");
        }
        return process;
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Runs it where it is expected to end by itself. */
    Refusal refused(String name) throws IOException, InterruptedException {
        return Refusal.of(name, keys, "run");
    }

    Path data() {
        return data;
    }

    /** What it printed so far. */
    String log() throws IOException {
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    @Override
    public URI world(String path) {
        return URI.create("http://127.0.0.1:" + world.port() + path);
    }

    @Override
    public String brokerUrl() {
        return plainUrl + "?reconnectAttempts=0&initialConnectAttempts=1&callTimeout=10000";
    }

    @Override
    public void close() {
        Process ending = process;
        process = null;
        if (ending != null) {
            ending.destroy();
            Jvm.awaitEnd(ending, output);
        }
        if (ownsWorld) {
            world.close();
        }
    }
}
