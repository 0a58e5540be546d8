package org.paysign.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Test vectors: our own lie in the resources, those of others beside the repository, where there are any. */
public final class Vectors {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SHARED = Path.of(System.getProperty("vectors.shared", "../shared/vectors"));

    private Vectors() {}

    /** The vectors of a file in the resources. */
    public static Stream<JsonNode> own(String file) {
        return items(resource(file));
    }

    /** Whether the vectors of others are there; their tests are skipped where they are not. */
    public static boolean hasShared() {
        return Files.isDirectory(SHARED.resolve("public"));
    }

    /** The vectors of a file that must not be copied. */
    public static Stream<JsonNode> shared(String file) {
        try {
            return items(Files.readString(SHARED.resolve(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A throw-away key as bare Base64, such as {@code app.pkcs8}, {@code app1024.spki} or {@code ali.pkcs1}. */
    public static String key(String name) {
        return resource("keys/derived-" + name + ".txt");
    }

    private static String resource(String file) {
        try (InputStream in = Objects.requireNonNull(Vectors.class.getResourceAsStream("/vectors/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<JsonNode> items(String text) {
        try {
            JsonNode root = JSON.readTree(text);
            JsonNode list = root.isArray() ? root : root.path("vectors");
            return StreamSupport.stream(list.spliterator(), false);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
