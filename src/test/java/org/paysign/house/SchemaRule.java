package org.paysign.house;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;

/**
 * Rule 1: valid against Camel's canonical schema.
 *
 * <p>Two places are mended first: the schema requires every data format at once on {@code unmarshal} (CAMEL-24482), and
 * it knows no {@code {{key}}} where a number or boolean stands, which rule 6 asks for and Camel accepts.
 */
final class SchemaRule implements RouteRule {
    private static final String SCHEMA = "/schema/camelYamlDsl-canonical.json";
    private static final Set<String> PLAIN = Set.of("number", "integer", "boolean");

    private final Schema schema = load();

    @Override
    public List<String> findings(RouteSet routes) {
        return routes.files().stream()
                .flatMap(file -> schema.validate(file.root()).stream().map(error -> finding(file, error)))
                .toList();
    }

    private static String finding(RouteFile file, Error error) {
        return "routes/" + file.name() + ", at " + error.getInstanceLocation() + ": " + error.getMessage()
                + "; write the canonical form, so that Kaoto opens the file";
    }

    private static Schema load() {
        try (InputStream in = SchemaRule.class.getResourceAsStream(SCHEMA)) {
            if (in == null) {
                throw new IllegalStateException(SCHEMA + " is not on the class path; is camel-yaml-dsl there?");
            }
            JsonNode tree = new ObjectMapper().readTree(in);
            for (var definition : tree.path("items").path("definitions").properties()) {
                if (definition.getKey().matches(".*\\.(Unm|M)arshalDefinition")) {
                    ((ObjectNode) definition.getValue()).remove("required");
                }
                definition.getValue().path("properties").forEach(SchemaRule::acceptKey);
            }
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                    .getSchema(tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void acceptKey(JsonNode property) {
        String type = property.path("type").asText();
        if (PLAIN.contains(type)) {
            ObjectNode open = (ObjectNode) property;
            open.remove("type");
            ArrayNode either = open.putArray("anyOf");
            either.addObject().put("type", type);
            either.addObject().put("type", "string").put("pattern", "^\\{\\{[^{}]+\\}\\}$");
        }
    }
}
