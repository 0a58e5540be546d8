package org.paysign.house;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code camel.*} keys that Camel main and the components on the class path know.
 *
 * <p>Camel reads {@code auto-startup} and {@code autoStartup} alike, so both count. What follows a map option is free,
 * and so are the options of languages and data formats.
 */
final class CamelKeys {
    private static final String MAIN = "/META-INF/camel-main-configuration-metadata.json";
    private static final Pattern COMPONENT = Pattern.compile("camel\\.component\\.([a-z0-9-]+)\\.([^.\\[]+).*");
    private static final Pattern FREE = Pattern.compile("camel\\.(beans|variable|language|dataformat)\\..+");

    private final Set<String> names = new HashSet<>();
    private final Set<String> maps = new HashSet<>();

    CamelKeys() {
        JsonNode main = read(MAIN).orElseThrow(() -> new IllegalStateException("camel-main is not on the class path"));
        for (JsonNode property : main.path("properties")) {
            String name = normal(property.path("name").asText());
            names.add(name);
            if (property.path("type").asText().equals("object")) {
                maps.add(name);
            }
        }
    }

    boolean contains(String key) {
        if (FREE.matcher(key).matches() || names.contains(normal(key))) {
            return true;
        }
        Matcher component = COMPONENT.matcher(key);
        if (component.matches()) {
            return knowsOption(component.group(1), component.group(2));
        }
        String normal = normal(key);
        return maps.stream().anyMatch(map -> normal.startsWith(map + ".") || normal.startsWith(map + "["));
    }

    private static boolean knowsOption(String component, String option) {
        // An alternative scheme is described beside the one it belongs to: https.json stands in component/http.
        String home = component.equals("https") ? "http" : component;
        String path = "/META-INF/org/apache/camel/component/" + home + "/" + component + ".json";
        JsonNode options = read(path).orElseGet(MissingNode::getInstance).path("componentProperties");
        for (var known : options.properties()) {
            if (normal(known.getKey()).equals(normal(option))) {
                return true;
            }
        }
        return false;
    }

    private static String normal(String key) {
        return key.replace("-", "").toLowerCase(Locale.ROOT);
    }

    private static Optional<JsonNode> read(String resource) {
        try (InputStream in = CamelKeys.class.getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
