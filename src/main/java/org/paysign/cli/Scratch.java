package org.paysign.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A temporary folder that is gone after use. */
record Scratch(Path path) implements AutoCloseable {

    static Scratch folder() {
        try {
            return new Scratch(Files.createTempDirectory("paysign-demo"));
        } catch (IOException refused) {
            throw new UncheckedIOException("No temporary folder can be made", refused);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException inUse) {
            throw new UncheckedIOException(path + " cannot be removed", inUse);
        }
    }
}
