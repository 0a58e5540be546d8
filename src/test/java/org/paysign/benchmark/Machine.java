package org.paysign.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The machine by what matters for a signature: how many cores, of which family, with which instructions. */
record Machine(int cores, String family, String instructions, String java) {

    /** Those that RSA and SHA-256 are computed with. */
    private static final List<String> LOOKED_FOR = List.of("avx2", "bmi2", "adx", "sha_ni", "avx512ifma");

    static Machine ofThis() {
        List<String> lines = cpuInfo();
        List<String> flags = List.of(field(lines, "flags").split(" ", -1));
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.arch") + " " + field(lines, "vendor_id") + " family "
                        + field(lines, "cpu family"),
                LOOKED_FOR.stream().filter(flags::contains).collect(Collectors.joining(" ")),
                System.getProperty("java.version"));
    }

    private static List<String> cpuInfo() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo"));
        } catch (IOException unknown) {
            return List.of();
        }
    }

    private static String field(List<String> lines, String name) {
        Stream<String> values =
                lines.stream().filter(line -> line.startsWith(name)).map(line -> line.replaceFirst(".*: ?", ""));
        return values.findFirst().orElse("unknown");
    }

    String text() {
        return cores + " cores, " + family + (instructions.isEmpty() ? "" : " with " + instructions) + ", Java " + java;
    }
}
