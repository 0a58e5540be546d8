package org.paysign.support;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Vectors that stand beside the checkout because they may not be copied; tests of them are skipped where there are none. */
public final class PublicVectors {

    private static final Path FOLDER =
            Path.of(System.getProperty("vectors.shared", "../shared/vectors")).resolve("public");

    private PublicVectors() {}

    public static JsonNode json(String name) throws IOException {
        return new ObjectMapper().readTree(text(name));
    }

    public static String text(String name) throws IOException {
        Path file = FOLDER.resolve(name);
        assumeTrue(Files.exists(file), "no vectors: set -Dvectors.shared to their folder");
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    public static JsonNode utf8(String name) throws IOException {
        text(name);
        return new ObjectMapper().readTree(Files.readString(FOLDER.resolve(name)));
    }
}
