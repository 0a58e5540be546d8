package org.paysign.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs that are started, heard out and ended, and folders that are made and removed. */
final class Shell {

    static final Path HOME = Path.of("target", "benchmark").toAbsolutePath();
    private static final int PATIENCE_SECONDS = 90;

    private Shell() {}

    /** What a program prints; it has to end well. */
    static String output(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            awaitWell(process, command.get(0) + ", which printed " + text + " and");
            return text;
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
    }

    /** Returns when a program has ended well. */
    static void awaitWell(Process process, String name) {
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(name + " ended with " + process.exitValue());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** SIGTERM, and SIGKILL for what does not obey. */
    static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** An empty folder below target/benchmark. */
    static Path emptyFolder(String name) {
        Path folder = HOME.resolve(name);
        remove(folder);
        try {
            return Files.createDirectories(folder);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    static void remove(Path folder) {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(one);
                }
            } catch (IOException kept) {
                throw new UncheckedIOException(kept);
            }
        }
    }

    /** The Java that measures is the Java that is measured. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
