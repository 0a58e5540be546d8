package org.paysign.signing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.Format;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.paysign.queue.Violation;

/**
 * A JSON schema of this package that answers in plain sentences; thread-safe, fetches nothing.
 *
 * <p>A subschema's {@code errorMessage} (a string, as ajv-errors reads it) stands for all its keywords. The message
 * source of the validator is not used: its texts quote the values sent.
 */
final class SchemaCheck {
    private final JsonNode source;
    private final Schema schema;

    /** Reads the schema from the resource of that name beside this class. */
    SchemaCheck(String resource) {
        try (InputStream in = Objects.requireNonNull(SchemaCheck.class.getResourceAsStream(resource), resource)) {
            source = new JsonMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("schema " + resource + " in the jar cannot be read; rebuild the jar", e);
        }
        Dialect dialect = Dialect.builder(Dialects.getDraft202012())
                .format(new NoFraction())
                .keyword(new NonValidationKeyword("errorMessage"))
                .build();
        SchemaRegistryConfig config =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        schema = SchemaRegistry.withDefaultDialect(dialect, registry -> registry.schemaRegistryConfig(config)
                        .schemaLoader(loader -> loader.block(any -> true)))
                .getSchema(source);
        schema.initializeValidators();
    }

    /** What is wrong with the document; where a field breaks several rules, the plainest of them comes first. */
    List<Violation> check(JsonNode document, String root) {
        return schema.validate(document).stream()
                .sorted(Comparator.comparingInt(
                        error -> error.getEvaluationPath().getNameCount()))
                .map(error -> new Violation(path(error, root), sentence(error)))
                .toList();
    }

    /** Pointers of the fields that the schema does not name, looking into the objects that it does name. */
    List<String> unknownFields(JsonNode document, String root) {
        List<String> found = new ArrayList<>();
        addUnknown(document, source, root, found);
        return found;
    }

    private static void addUnknown(JsonNode document, JsonNode rule, String path, List<String> found) {
        document.properties().forEach(field -> {
            String pointer = Violation.pointer(path, field.getKey());
            JsonNode named = rule.path("properties").path(field.getKey());
            if (named.isMissingNode()) {
                found.add(pointer);
            } else {
                addUnknown(field.getValue(), named, pointer, found);
            }
        });
    }

    private static String path(Error error, String root) {
        String path = root;
        NodePath location = error.getInstanceLocation();
        for (int i = 0; i < location.getNameCount(); i++) {
            path = Violation.pointer(path, location.getName(i));
        }
        return error.getProperty() == null ? path : Violation.pointer(path, error.getProperty());
    }

    private String sentence(Error error) {
        JsonNode own = subschema(error.getSchemaLocation().getFragment()).path("errorMessage");
        if (own.isTextual()) {
            return own.asText();
        }
        JsonNode expected = error.getSchemaNode();
        return switch (error.getKeyword()) {
            case "required" -> "is required";
            case "additionalProperties" -> "is not a known field";
            case "type" -> "must be " + ("object".equals(expected.asText()) ? "an object" : "a string");
            case "enum" -> "must be one of " + list(expected);
            case "maxLength" -> "must be at most " + expected.asInt() + " characters";
            default -> "is not valid";
        };
    }

    /** The subschema that holds the keyword at this location of the source. */
    private JsonNode subschema(NodePath keyword) {
        JsonNode node = source;
        for (int i = 0; i < keyword.getNameCount() - 1; i++) {
            Object step = keyword.getElement(i);
            node = node.isArray() ? node.path(Integer.parseInt(step.toString())) : node.path(step.toString());
        }
        return node;
    }

    private static String list(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(", "));
    }

    /** Refuses 7.0, an integer for JSON Schema, because it would reach Alipay as 7.0. */
    private static final class NoFraction implements Format {
        @Override
        public String getName() {
            return "no-fraction";
        }

        @Override
        public boolean matches(ExecutionContext execution, SchemaContext context, JsonNode value) {
            return !value.isNumber() || value.isIntegralNumber();
        }
    }
}
