package org.paysign.merchant;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The keys of one properties file, each asked for by name, so that what nobody asked for is noticed. */
final class Settings {

    private final Path file;
    private final Properties values;
    private final UnaryOperator<String> placeholders;
    private final Set<String> asked = new HashSet<>();

    private Settings(Path file, Properties values, UnaryOperator<String> placeholders) {
        this.file = file;
        this.values = values;
        this.placeholders = placeholders;
    }

    static Settings of(Path file, UnaryOperator<String> placeholders) {
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            values.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new IllegalStateException(file + ": cannot be read as UTF-8 properties: "
                    + unreadable.getClass().getSimpleName());
        }
        return new Settings(file, values, placeholders);
    }

    /** What is wrong with a key, as the exception to throw. */
    IllegalStateException bad(String key, String advice) {
        return new IllegalStateException(file + ": " + key + ": " + advice);
    }

    <T> Optional<T> optional(String key, Function<String, T> read, String advice) {
        asked.add(key);
        String raw = values.getProperty(key, "").trim();
        if (raw.isEmpty()) {
            return Optional.empty();
        }
        String value = resolve(key, raw);
        try {
            return Optional.of(read.apply(value));
        } catch (IllegalArgumentException wrong) {
            // The value itself is never repeated: it may be a secret.
            throw bad(key, advice.isEmpty() ? String.valueOf(wrong.getMessage()) : advice);
        }
    }

    <T> T required(String key, Function<String, T> read, String advice) {
        return optional(key, read, advice).orElseThrow(() -> bad(key, "is missing: " + advice));
    }

    /** Whether a key has a value. */
    boolean has(String key) {
        return !values.getProperty(key, "").isBlank();
    }

    /** A file that a key names, and its text. */
    record Contents(Path path, String text) {

        /** Never shows the text: it may be a key. */
        @Override
        public String toString() {
            return "Contents[" + path + "]";
        }
    }

    /** Reads the file a key names; a relative path counts from the working directory. */
    <T> T requiredFile(String key, Function<Contents, T> read) {
        return optionalFile(key, read).orElseThrow(() -> missingFile(key));
    }

    /** Reads the file a key names, if it names one. */
    <T> Optional<T> optionalFile(String key, Function<Contents, T> read) {
        return optional(key, path -> read.apply(contents(key, path)), "");
    }

    /** Reads the two files that a key may name while one takes over from the other, or its only one. */
    <T> List<T> requiredFiles(String key, Function<Contents, T> read) {
        return optional(key, paths -> readEach(key, paths, read), "").orElseThrow(() -> missingFile(key));
    }

    private <T> List<T> readEach(String key, String paths, Function<Contents, T> read) {
        String[] each = paths.split(",", -1);
        if (each.length > 2) {
            throw bad(key, "names more than two files: keep the present one and the coming one");
        }
        return Arrays.stream(each)
                .map(path -> read.apply(contents(key, path.trim())))
                .toList();
    }

    private IllegalStateException missingFile(String key) {
        return bad(key, "is missing: give the path of a PEM or Base64 file");
    }

    /** All keys under a prefix as a tree, dots for nesting. */
    ObjectNode tree(String prefix) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        for (String key : new TreeSet<>(values.stringPropertyNames())) {
            if (key.startsWith(prefix)) {
                asked.add(key);
                String[] path = key.substring(prefix.length()).split("\\.", -1);
                ObjectNode parent = root;
                for (int i = 0; i < path.length - 1; i++) {
                    if (parent.path(path[i]).isValueNode()) {
                        throw bad(key, "lies below a field that has a value: a field has either a value or fields");
                    }
                    parent = parent.withObjectProperty(path[i]);
                }
                parent.put(
                        path[path.length - 1],
                        resolve(key, values.getProperty(key).trim()));
            }
        }
        return root;
    }

    void refuseUnknown() {
        Set<String> unknown = new TreeSet<>(values.stringPropertyNames());
        unknown.removeAll(asked);
        if (!unknown.isEmpty()) {
            throw bad(Collections.min(unknown), "is no key of a merchant: remove it or mend its spelling");
        }
    }

    private String resolve(String key, String raw) {
        try {
            return placeholders.apply(raw);
        } catch (IllegalArgumentException unresolved) {
            throw bad(key, "a {{placeholder}} in it has no value: set the variable or file it names");
        }
    }

    /** Shows the path of a file only if there is one: instead of a path, somebody may have pasted the key. */
    private Contents contents(String key, String name) {
        try {
            Path path = Path.of(name);
            if (Files.isRegularFile(path)) {
                return read(key, path);
            }
        } catch (InvalidPathException noPath) {
            // said below, without the value
        }
        throw bad(key, "names no file: give the path of a file that PaySign's user can read, not the key itself");
    }

    private Contents read(String key, Path path) {
        try {
            // Every byte is a character here, so that a file which is no text fails as no key, not as unreadable.
            return new Contents(path, Files.readString(path, StandardCharsets.ISO_8859_1));
        } catch (IOException unreadable) {
            throw bad(key, "cannot read the file " + path + ": let PaySign's user read it");
        }
    }
}
