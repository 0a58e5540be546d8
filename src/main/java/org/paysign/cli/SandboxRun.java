package org.paysign.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.camel.main.Main;
import org.jspecify.annotations.Nullable;
import org.paysign.sandbox.BrokerSettings;
import org.paysign.sandbox.EmbeddedBroker;
import org.paysign.sandbox.FakeApp;
import org.paysign.sandbox.SandboxKeys;
import org.paysign.sandbox.World;
import org.paysign.sandbox.WorldSettings;
import org.paysign.sandbox.pages.ShopSettings;

/** The bundle with everything it needs in one process: broker, database, keys and the outside world. */
final class SandboxRun implements AutoCloseable {

    private static final String WORLD_PORT = "paysign.sandbox.port";
    private static final String BROKER_PORT = "paysign.sandbox.broker.port";
    private static final String MANAGEMENT_PORT = "paysign.management.port";

    private final EmbeddedBroker broker;
    private final World world;
    private final ShopSettings shop;
    private final Main bundle;
    private int managementPort;
    private @Nullable SandboxPages pages;

    private SandboxRun(EmbeddedBroker broker, World world, ShopSettings shop, Main bundle) {
        this.broker = broker;
        this.world = world;
        this.shop = shop;
        this.bundle = bundle;
    }

    /** Starts broker and world, and prepares the bundle; {@code replaced} keys go over all files. */
    static SandboxRun start(Path config, Path routes, Map<String, String> replaced) {
        Map<String, String> overrides = overrides(config);
        overrides.putAll(replaced);
        Path data = Path.of(key(overrides, "paysign.data.dir"));
        Path merchants = Path.of(
                key(overrides, "paysign.merchants.dir").replace("{{" + Bundle.CONFIG + "}}", config.toString()));
        List<FakeApp> apps = apps(merchants, data);
        EmbeddedBroker broker = EmbeddedBroker.start(new BrokerSettings(
                data,
                port(overrides, BROKER_PORT),
                BROKER_PORT,
                key(overrides, "paysign.broker.user"),
                key(overrides, "paysign.broker.password"),
                0));
        try {
            WorldSettings settings = WorldSettings.of(data, port(overrides, WORLD_PORT), WORLD_PORT, apps);
            World world = World.start(settings.withWebhookSecret(webhookSecret(merchants)), Clock.systemUTC());
            // The bundle is told the real port: 0 takes any free one.
            overrides.put(WORLD_PORT, String.valueOf(world.port()));
            ShopSettings shop = new ShopSettings(
                    broker.port(), key(overrides, "paysign.broker.user"), key(overrides, "paysign.broker.password"));
            SandboxRun run = new SandboxRun(broker, world, shop, new Bundle(config, routes, overrides).main());
            run.managementPort = port(overrides, MANAGEMENT_PORT);
            return run;
        } catch (RuntimeException refused) {
            broker.close();
            throw refused;
        }
    }

    /** The keys of the sandbox over those of the bundle, and system properties over both. */
    static Map<String, String> overrides(Path config) {
        Map<String, String> overrides = new HashMap<>();
        Properties shipped = Bundle.read(config.resolve("application.properties"));
        overrides.put("paysign.data.dir", shipped.getProperty("paysign.data.dir"));
        overrides.put(MANAGEMENT_PORT, shipped.getProperty(MANAGEMENT_PORT));
        Properties sandbox = Bundle.read(config.resolve("sandbox/application.properties"));
        sandbox.stringPropertyNames().forEach(key -> overrides.put(key, sandbox.getProperty(key)));
        overrides.replaceAll((key, value) -> System.getProperty(key, value));
        return overrides;
    }

    private static String key(Map<String, String> overrides, String key) {
        String value = overrides.get(key);
        if (value == null) {
            throw new IllegalStateException("config/sandbox/application.properties: " + key + " is missing");
        }
        return value;
    }

    private static int port(Map<String, String> overrides, String key) {
        String value = key(overrides, key);
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > 65535) {
            throw new IllegalStateException(key + " is no port: give a number from 1 to 65535, or 0 for any free one");
        }
        return Integer.parseInt(value);
    }

    private static List<FakeApp> apps(Path merchants, Path data) {
        try (Stream<Path> files = Files.list(merchants)) {
            return files.filter(file -> file.toString().endsWith(".properties"))
                    .map(file -> app(file, data))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read " + merchants, unreadable);
        }
    }

    /** The merchant's endpoints check what they get as a careful merchant would. */
    private static String webhookSecret(Path merchants) {
        return String.valueOf(Bundle.read(merchants.resolve("demo.properties")).getProperty("webhook-secret"));
    }

    private static FakeApp app(Path file, Path data) {
        String merchant = String.valueOf(file.getFileName()).replaceFirst("\\.properties$", "");
        Properties profile = Bundle.read(file);
        SandboxKeys keys = SandboxKeys.of(data, merchant);
        FakeApp app = FakeApp.of(
                merchant,
                profile.getProperty("app-id"),
                profile.getProperty("sign-type"),
                profile.getProperty("charset"),
                keys);
        return profile.containsKey("app-cert") ? app.withCertificates(keys, Clock.systemUTC()) : app;
    }

    /** Shows the pages too; to be called before the bundle starts. */
    SandboxRun withPages() {
        pages = SandboxPages.over(world, shop, bundle);
        return this;
    }

    Main bundle() {
        return bundle;
    }

    int worldPort() {
        return world.port();
    }

    int brokerPort() {
        return broker.port();
    }

    void announce(PrintWriter out) {
        if (pages != null) {
            out.printf("PaySign sandbox: sign an agreement at http://127.0.0.1:%d/%n", world.port());
        }
        out.printf("PaySign sandbox: fake Alipay, phone and merchant at http://127.0.0.1:%d%n", world.port());
        out.printf("                 broker at tcp://127.0.0.1:%d (user sandbox, password sandbox)%n", broker.port());
        out.printf("                 console at http://127.0.0.1:%d/hawtio (likewise)%n", managementPort);
        out.flush();
    }

    @Override
    public void close() {
        if (pages != null) {
            pages.close();
        }
        world.close();
        broker.close();
    }
}
