package org.paysign.house;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** One file of routes/, read as a tree. */
record RouteFile(String name, JsonNode root) {
    private static final Pattern NAME = Pattern.compile("[0-9]{2}-[a-z0-9]+(-[a-z0-9]+)*\\.camel\\.yaml");
    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory()).enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    static RouteFile parse(String name, String yaml) {
        try {
            return new RouteFile(name, YAML.readTree(yaml));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(name + " is not readable YAML: " + e.getMessage(), e);
        }
    }

    boolean isNamedWell() {
        return NAME.matcher(name).matches();
    }

    /** The part of the name behind the number: {@code sign-request} of {@code 10-sign-request.camel.yaml}. */
    String id() {
        return name.replaceFirst("^[0-9]*-", "").replaceFirst("\\.camel\\.yaml$", "");
    }

    boolean holdsErrors() {
        return name.startsWith("00-errors.");
    }

    boolean holdsBeans() {
        return name.startsWith("05-beans.");
    }

    List<Block> blocks() {
        return StreamSupport.stream(root.spliterator(), false)
                .flatMap(entry -> entry.properties().stream())
                .map(entry -> new Block(this, entry.getKey(), entry.getValue()))
                .toList();
    }
}
