package org.paysign.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** One alarm of the shipped rules. */
public record Alarm(String name, String expression, String severity, Map<String, String> annotations) {

    public static final Path RULES = Path.of("docker", "prometheus", "paysign.rules.yml");

    /** All that are shipped, in the order of the file. */
    public static List<Alarm> all() {
        try {
            JsonNode rules = new ObjectMapper(new YAMLFactory()).readTree(RULES.toFile());
            return StreamSupport.stream(rules.path("groups").spliterator(), false)
                    .flatMap(group -> StreamSupport.stream(group.path("rules").spliterator(), false))
                    .map(Alarm::of)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static Alarm named(String name) {
        return all().stream()
                .filter(alarm -> alarm.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no alarm " + name));
    }

    private static Alarm of(JsonNode rule) {
        return new Alarm(
                rule.path("alert").asText(),
                rule.path("expr").asText(),
                rule.at("/labels/severity").asText(),
                rule.path("annotations").properties().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().asText())));
    }

    @Override
    public String toString() {
        return name;
    }
}
