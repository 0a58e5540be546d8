package org.paysign.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.impl.DefaultCamelContext;

/** What the keys of a configuration are for {@code run}, or for {@code sandbox}, without starting anything. */
final class ConfiguredKeys {

    private final DefaultCamelContext camel = new DefaultCamelContext();

    private ConfiguredKeys(Properties values) {
        camel.getPropertiesComponent().setInitialProperties(values);
    }

    /** The keys in force for {@code run}: those of the file, variables over them, and system properties over both. */
    static ConfiguredKeys ofRun(Path config) {
        return of(config, Variables.of(config, System.getenv()));
    }

    /** The keys in force for {@code sandbox}. */
    static ConfiguredKeys ofSandbox(Path config) {
        return of(config, SandboxRun.overrides(config));
    }

    private static ConfiguredKeys of(Path config, Map<String, String> overrides) {
        Properties values = Bundle.read(config.resolve("application.properties"));
        overrides.forEach(values::setProperty);
        values.replaceAll((key, value) -> System.getProperty(key.toString(), value.toString()));
        values.setProperty(Bundle.CONFIG, config.toString());
        return new ConfiguredKeys(values);
    }

    /** The value of a key. */
    String get(String key) {
        return resolve("{{" + key + "}}");
    }

    /** A text, its placeholders resolved as the bundle does. */
    String resolve(String text) {
        return camel.resolvePropertyPlaceholders(text);
    }
}
