package org.paysign.cli;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.paysign.broker.Needs;
import org.paysign.cli.doctor.BrokerLook;
import org.paysign.cli.doctor.DatabaseLook;
import org.paysign.cli.doctor.Finding;
import org.paysign.cli.doctor.Finding.State;
import org.paysign.cli.doctor.GatewayLook;
import org.paysign.cli.doctor.Look;
import org.paysign.cli.doctor.MerchantLook;
import org.paysign.cli.doctor.PortLook;
import org.paysign.merchant.KeyRing;
import org.paysign.merchant.KeyRings;

/** What a doctor looks at, with the configuration that run would read. */
final class DoctorsLooks {

    private static final String JMS = "camel.component.jms.";

    private final Folders folders;
    private final Clock clock = Clock.systemUTC();

    DoctorsLooks(Folders folders) {
        this.folders = folders;
    }

    List<Look> all() {
        List<Look> looks = new ArrayList<>();
        looks.add(new Look("Java", DoctorsLooks::java));
        looks.add(new Look("configuration", this::configuration));
        UnaryOperator<String> placeholders;
        List<KeyRing> rings;
        try {
            placeholders = Placeholders.of(folders);
        } catch (IllegalStateException unreadable) {
            return looks;
        }
        UnaryOperator<String> key = name -> value(placeholders, name);
        looks.add(new Look("port (paysign.http.port)", () -> port(key, "http")));
        looks.add(new Look("port (paysign.management.port)", () -> port(key, "management")));
        looks.add(new Look("broker", () -> broker(key)));
        looks.add(new Look("database", () -> new DatabaseLook(clock)
                .at(
                        key.apply("paysign.database.url"),
                        key.apply("paysign.database.user"),
                        key.apply("paysign.database.password"))));
        try {
            rings = KeyRings.read(Path.of(key.apply("paysign.merchants.dir")), placeholders, Instant.now(clock));
        } catch (IllegalStateException unreadable) {
            looks.add(new Look("merchants", () -> {
                throw unreadable;
            }));
            return looks;
        }
        if (rings.isEmpty()) {
            looks.add(new Look("merchants", () -> {
                throw new IllegalStateException("there is none: start from example.properties.template");
            }));
        }
        rings.forEach(
                ring -> looks.add(new Look("merchant " + ring.merchant(), () -> new MerchantLook(clock).at(ring))));
        rings.stream()
                .map(ring -> ring.profile().gateway())
                .flatMap(Optional::stream)
                .filter(gateway -> gateway.getHost() != null)
                .distinct()
                .forEach(gateway -> looks.add(gateway(gateway)));
        return looks;
    }

    private Look gateway(URI gateway) {
        return new Look("gateway " + gateway.getHost(), () -> new GatewayLook(clock).at(gateway));
    }

    private static String value(UnaryOperator<String> placeholders, String key) {
        try {
            return placeholders.apply("{{" + key + "}}");
        } catch (IllegalStateException unset) {
            throw new IllegalStateException(key + ": " + unset.getMessage());
        }
    }

    private static List<Finding> java() {
        String version = Runtime.version().toString() + " (" + System.getProperty("java.vendor") + ")";
        return List.of(new Finding("Java", State.OK, version, ""));
    }

    /** Everything that building the bundle refuses, and what is refused once Camel has its components. */
    private List<Finding> configuration() throws Exception {
        Bundle bundle = new Bundle(folders.config(), folders.routes(), Variables.of(folders.config(), System.getenv()));
        bundle.main();
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            JmsComponent jms = camel.getComponent("jms", JmsComponent.class);
            jms.setTransacted(Boolean.parseBoolean(bundle.keys().getProperty(JMS + "transacted")));
            jms.setLazyCreateTransactionManager(
                    Boolean.parseBoolean(bundle.keys().getProperty(JMS + "lazyCreateTransactionManager", "true")));
            jms.setCacheLevelName(bundle.keys().getProperty(JMS + "cacheLevelName"));
            SafeSettings.check(camel);
        }
        return List.of(new Finding("configuration", State.OK, folders.config() + " can be read and is safe", ""));
    }

    private static List<Finding> port(UnaryOperator<String> key, String name) throws InterruptedException {
        return new PortLook("paysign." + name + ".port", address(key, name), address(key, "management")).look();
    }

    private static InetSocketAddress address(UnaryOperator<String> key, String name) {
        String port = key.apply("paysign." + name + ".port");
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65535) {
            throw new IllegalStateException("paysign." + name + ".port is no port: give a number from 1 to 65535");
        }
        return new InetSocketAddress(key.apply("paysign." + name + ".host"), Integer.parseInt(port));
    }

    private static List<Finding> broker(UnaryOperator<String> key) {
        Stream<String> outcomes = Stream.of("success", "retry", "cancel", "ended")
                .map(outcome -> key.apply("paysign.outcome." + outcome))
                .filter(uri -> uri.startsWith("jms:queue:"))
                .map(uri -> uri.substring("jms:queue:".length()).replaceFirst("\\?.*", ""));
        return new BrokerLook(
                        key.apply("paysign.broker.url"),
                        key.apply("paysign.broker.user"),
                        key.apply("paysign.broker.password"),
                        Boolean.parseBoolean(key.apply("paysign.broker.plain-allowed")))
                .at(new Needs(
                        names(key.apply("paysign.broker.reads")),
                        Stream.concat(names(key.apply("paysign.broker.writes")).stream(), outcomes)
                                .collect(Collectors.toSet())));
    }

    private static Set<String> names(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }
}
