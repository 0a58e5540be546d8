package org.paysign.house;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Rules that only the source text shows. */
final class SourceRules {
    static final int MAX_LINES = 200;

    private SourceRules() {}

    static List<String> longFiles(Map<Path, String> sources) {
        return sources.entrySet().stream()
                .filter(source -> source.getValue().lines().count() > MAX_LINES)
                .map(source ->
                        source.getKey() + " has " + source.getValue().lines().count() + " lines, more than " + MAX_LINES
                                + "; split it by what its parts are about")
                .sorted()
                .toList();
    }
}
