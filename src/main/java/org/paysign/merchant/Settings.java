package org.paysign.merchant;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
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

    /** What some editors put in front of a file in UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

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
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            values.load(new StringReader(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new IllegalStateException(
                    file + ": cannot be read (" + unreadable.getClass().getSimpleName()
                            + "): save it as properties in UTF-8 and let PaySign's user read it");
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
        // Sorted: a key comes before those that lie under it.
        for (String key : new TreeSet<>(values.stringPropertyNames())) {
            if (key.startsWith(prefix)) {
                String value = required(key, Settings::filled, "give a value, for Alipay refuses empty ones");
                put(root, key, List.of(key.substring(prefix.length()).split("\\.", -1)), value);
            }
        }
        return root;
    }

    private void put(ObjectNode root, String key, List<String> path, String value) {
        if (path.contains("")) {
            throw bad(key, "has nothing between two dots: give the name of a biz_content field");
        }
        ObjectNode parent = root;
        int last = path.size() - 1;
        for (String name : path.subList(0, last)) {
            if (parent.path(name).isTextual()) {
                throw bad(key, "lies under a key that has a value of its own: remove one of the two");
            }
            parent = parent.withObjectProperty(name);
        }
        parent.put(path.get(last), value);
    }

    private static String filled(String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException();
        }
        return value;
    }

    void refuseUnknown() {
        Set<String> unknown = new TreeSet<>(values.stringPropertyNames());
        unknown.removeAll(asked);
        if (!unknown.isEmpty()) {
            String key = Collections.min(unknown);
            // The second line of a secret that was broken in two is read as a key.
            throw bad(
                    key.matches("[A-Za-z][A-Za-z._-]{0,31}") ? key : "a line that is no setting",
                    "is no key of a merchant: remove it or mend its spelling");
        }
    }

    private String resolve(String key, String raw) {
        try {
            return placeholders.apply(raw);
        } catch (IllegalArgumentException | IllegalStateException unresolved) {
            throw bad(key, "a {{placeholder}} in it has no value: set the variable or file it names");
        }
    }

    /** The path is not repeated: some paste the key itself. */
    private Contents contents(String key, String name) {
        try {
            Path path = Path.of(name);
            return new Contents(path, Files.readString(path, StandardCharsets.US_ASCII));
        } catch (CharacterCodingException notText) {
            throw bad(key, "the file it names is no plain text: give PEM or Base64");
        } catch (IOException | InvalidPathException unreadable) {
            throw bad(key, "cannot read the file it names: give its path and let PaySign's user read it");
        }
    }
}
