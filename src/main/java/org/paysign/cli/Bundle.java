package org.paysign.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.main.Main;
import org.paysign.signature.Rsa;

/**
 * The routes and the configuration, ready to run in Camel main.
 *
 * @param config the folder with {@code application.properties}
 * @param routes the folder with the route files
 * @param overrides keys that replace those of the file; a system property of the same name replaces both
 */
record Bundle(Path config, Path routes, Map<String, String> overrides) {

    static final String CONFIG = "paysign.config.dir";

    private static final String PROFILE = "camel.main.profile";

    private static final Pattern ENVIRONMENT = Pattern.compile("\\{\\{env:([A-Za-z0-9_]+)}}");

    Bundle {
        overrides = Map.copyOf(overrides);
    }

    /** Without the overrides, which may hold passwords. */
    @Override
    public String toString() {
        return "Bundle[" + config + ", " + routes + "]";
    }

    /** Builds a Camel main that is not started yet; anything wrong with the configuration stops its start. */
    Main main() {
        Path file = config.resolve("application.properties");
        Map<String, String> replaced = replaced();
        Properties inForce = inForce(file, replaced);
        refuseUnset(file, inForce);
        new ShippedKeys().check(file, inForce);
        if (profile().equals("prod")) {
            refusePlainSecrets(file);
            refusePlainSecrets(profileFile());
        }
        Rsa.prepare(inForce.getProperty("paysign.signature.provider", ""));
        Main main = new Main();
        main.setPropertyPlaceholderLocations("file:" + file);
        main.addOverrideProperty("camel.main.routesIncludePattern", "file:" + routes + "/*.camel.yaml");
        // Camel would let variables win over -D, and over the broker and the database of the sandbox.
        main.addOverrideProperty("camel.component.properties.environmentVariableMode", "0");
        replaced.forEach(main::addOverrideProperty);
        UnaryOperator<String> placeholders = value -> main.getCamelContext().resolvePropertyPlaceholders(value);
        main.bind("placeholders", placeholders);
        main.addMainListener(new SafeSettings());
        return main;
    }

    /** The keys that are in force, with their placeholders. */
    Properties keys() {
        return inForce(config.resolve("application.properties"), replaced());
    }

    private Map<String, String> replaced() {
        Map<String, String> replaced = new TreeMap<>();
        if (Files.exists(profileFile())) {
            Properties keys = read(profileFile());
            keys.stringPropertyNames().forEach(key -> replaced.put(key, keys.getProperty(key)));
        }
        replaced.putAll(overrides);
        replaced.replaceAll((key, value) -> System.getProperty(key, value));
        replaced.put(CONFIG, config.toString());
        return replaced;
    }

    /** Its keys replace those of application.properties. */
    private Path profileFile() {
        return config.resolve("application-" + profile() + ".properties");
    }

    /** Camel's profile, as Camel itself will find it. */
    private String profile() {
        String written = read(config.resolve("application.properties")).getProperty(PROFILE, "");
        String environment =
                System.getenv().getOrDefault("CAMEL_MAIN_PROFILE", overrides.getOrDefault(PROFILE, written));
        return System.getProperty(PROFILE, environment);
    }

    /** Camel looks into its own keys alone, and the passwords are in ours. */
    private static void refusePlainSecrets(Path file) {
        if (Files.exists(file)) {
            PlainSecrets.refuse(file, read(file));
        }
    }

    private static Properties inForce(Path file, Map<String, String> replaced) {
        Properties values = read(file);
        values.putAll(replaced);
        values.replaceAll((key, value) -> System.getProperty(key.toString(), value.toString()));
        return values;
    }

    /** Keys whose environment variable is missing would otherwise fail somewhere in a bean, far from their names. */
    private static void refuseUnset(Path file, Properties values) {
        String unset = new TreeSet<>(values.stringPropertyNames())
                .stream()
                        .flatMap(key -> ENVIRONMENT
                                .matcher(values.getProperty(key))
                                .results()
                                .map(variable -> variable.group(1))
                                .filter(variable -> System.getenv(variable) == null)
                                .map(variable -> key + " wants " + variable))
                        .collect(Collectors.joining(", "));
        if (!unset.isEmpty()) {
            throw new IllegalStateException(
                    file + ": " + unset + ": set these environment variables, or give the keys a value");
        }
    }

    /** Reads a properties file in UTF-8. */
    static Properties read(Path file) {
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            values.load(reader);
            return values;
        } catch (IOException unreadable) {
            throw new IllegalStateException(
                    file + " cannot be read: start in PaySign's folder, or name its config folder with --config");
        }
    }
}
