package org.paysign.process;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.paysign.sandbox.FakeApp;
import org.paysign.sandbox.SandboxKeys;
import org.paysign.sandbox.World;
import org.paysign.sandbox.WorldSettings;

/** {@code paysign run} as a process, against a broker of its own and a world that lives in the test. */
final class RunProcess implements AutoCloseable, OutsideWorld {

    private static final Path DEMO = Path.of("config/sandbox/merchants/demo.properties");

    private final Map<String, String> keys = new TreeMap<>();
    private final StandaloneBroker broker;
    private final Path data;
    private final Path output;
    private final World world;
    private @Nullable Process process;

    private RunProcess(StandaloneBroker broker, Path data, Path output, World world) {
        this.broker = broker;
        this.data = data;
        this.output = output;
        this.world = world;
    }

    static RunProcess on(StandaloneBroker broker, String brokerUrl, String user, Path data) throws IOException {
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
                SandboxKeys.of(data, "demo"));
        World world = World.start(WorldSettings.of(data, 0, "port", List.of(app)), Clock.systemUTC());
        RunProcess run = new RunProcess(broker, data, Jvm.output("run-" + data.getFileName()), world);
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

    void start() throws IOException {
        process = Jvm.paysign(keys, output, List.of("run")).start();
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
        return broker.plainUrl() + "?reconnectAttempts=0&initialConnectAttempts=1&callTimeout=10000";
    }

    @Override
    public void close() {
        Process ending = process;
        process = null;
        if (ending != null) {
            ending.destroy();
            Jvm.awaitEnd(ending, output);
        }
        world.close();
    }
}
