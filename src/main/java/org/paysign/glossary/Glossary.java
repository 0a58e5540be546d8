package org.paysign.glossary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.paysign.glossary.SubCode.Words;

/** Alipay's documented {@code sub_code}s, read from {@code sub-codes.tsv}; immutable. */
public final class Glossary {

    private static final int COLUMNS = 7;
    /** Alipay writes some codes with a prefix in one place and without it in another. */
    private static final List<String> PREFIXES = List.of("isv.", "aop.", "isp.", "ACQ.");

    private final Map<String, SubCode> byName;

    /** Reads the file of the jar. */
    public Glossary() {
        try (InputStream bytes = Objects.requireNonNull(Glossary.class.getResourceAsStream("sub-codes.tsv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            byName = read(lines.lines());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Map<String, SubCode> read(Stream<String> lines) {
        Map<String, SubCode> read = new LinkedHashMap<>();
        lines.filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            String[] cells = line.split("\t", -1);
            if (cells.length != COLUMNS) {
                throw new IllegalStateException("sub-codes.tsv: " + cells[0] + ": has " + cells.length + " columns");
            }
            SubCode code = new SubCode(
                    cells[0], cells[1], cells[2], new Words(cells[3], cells[4]), new Words(cells[5], cells[6]));
            if (read.put(code.name(), code) != null) {
                throw new IllegalStateException("sub-codes.tsv: " + cells[0] + ": stands there twice");
            }
        });
        return read;
    }

    /** Finds a code, with or without the prefix it is listed with. */
    public Optional<SubCode> find(String name) {
        Stream<String> bare = PREFIXES.stream().filter(name::startsWith).map(prefix -> name.substring(prefix.length()));
        Stream<String> prefixed = PREFIXES.stream().map(prefix -> prefix + name);
        return Stream.of(Stream.of(name), bare, prefixed)
                .flatMap(names -> names)
                .filter(byName::containsKey)
                .findFirst()
                .map(byName::get);
    }

    /** All of them, in the order of the file. */
    public List<SubCode> all() {
        return List.copyOf(byName.values());
    }
}
