package org.paysign.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The keys that the environment spells: {@code PAYSIGN_HTTP_PORT} for {@code paysign.http.port}. */
final class Variables {

    private Variables() {}

    /** Those of our keys in {@code application.properties} that have a variable, with its value. */
    static Map<String, String> of(Path config, Map<String, String> environment) {
        return Bundle.read(config.resolve("application.properties")).stringPropertyNames().stream()
                .filter(key -> key.startsWith("paysign.") && environment.containsKey(name(key)))
                .collect(Collectors.toMap(key -> key, key -> environment.getOrDefault(name(key), "")));
    }

    private static String name(String key) {
        return key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
