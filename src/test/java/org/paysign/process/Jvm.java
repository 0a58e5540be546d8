package org.paysign.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.paysign.support.FreePort;

/** Starts PaySign's command line in a small JVM of its own, on the class path of the test. */
final class Jvm {

    private static final Path LOGS = Path.of("target", "process");

    private static final List<String> SMALL = List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private Jvm() {}

    /** Runs a verb with keys given as system properties; what it prints goes to the file. */
    static ProcessBuilder paysign(Map<String, String> keys, Path output, List<String> arguments) {
        return paysign(SMALL, keys, output, arguments);
    }

    /** The same in a JVM with other options. */
    static ProcessBuilder paysign(List<String> options, Map<String, String> keys, Path output, List<String> arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options.isEmpty() ? SMALL : options);
        keys.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.paysign.Application"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PAYSIGN_"));
        return builder;
    }

    /** A new empty file under target/. */
    static Path output(String name) {
        try {
            Files.createDirectories(LOGS);
            Path file = LOGS.resolve(name + ".log");
            Files.deleteIfExists(file);
            return Files.createFile(file);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Waits for a process that was told to end, and ends it if it does not obey. */
    static void awaitEnd(Process ending, Path output) {
        try {
            if (!ending.waitFor(90, TimeUnit.SECONDS)) {
                ending.destroyForcibly();
                throw new AssertionError("A process did not end, see " + output);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    static int freePort() {
        return FreePort.find();
    }
}
