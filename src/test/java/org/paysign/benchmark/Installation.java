package org.paysign.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The package, unpacked as its user unpacks it. */
record Installation(Path home) {

    /** Unpacks target/paysign-*.tar.gz below target/benchmark. */
    static Installation unpacked(String name) throws IOException {
        Path folder = Shell.emptyFolder(name);
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            Path file = built.filter(one -> one.getFileName().toString().matches("paysign-.*\\.tar\\.gz"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "There is no package in target: ./mvnw package -Dmaven.test.skip.exec=true"));
            Shell.output(List.of("tar", "-xzf", file.toString(), "-C", folder.toString()));
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return new Installation(inside.findFirst().orElseThrow());
        }
    }

    /** A verb as a user types it, in a folder of his own; JAVA_OPTS are his. */
    ProcessBuilder paysign(Path folder, Map<String, String> keys, String verb) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(home.resolve("bin/paysign").toString(), verb)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log(folder, verb).toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PAYSIGN_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment()
                .put(
                        "PAYSIGN_OPTS",
                        keys.entrySet().stream()
                                .map(key -> "-D" + key.getKey() + "=" + key.getValue())
                                .collect(Collectors.joining(" ")));
        return builder;
    }

    private static Path log(Path folder, String verb) throws IOException {
        Path logs = Files.createDirectories(Shell.HOME.resolve("logs"));
        return logs.resolve(folder.getFileName() + "-" + verb + ".log");
    }
}
