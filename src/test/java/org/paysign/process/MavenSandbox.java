package org.paysign.process;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sandbox as a newcomer starts it: a fresh copy of the sources, and {@code ./mvnw -q compile exec:java}. */
final class MavenSandbox implements Site {

    private static final List<String> SOURCES = List.of("src/main", "routes", "config", ".mvn", "mvnw", "pom.xml");
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private final int port = Jvm.freePort();
    private final Path output = Jvm.output("first-visit");
    private @Nullable Process process;

    @Override
    public void start() {
        try {
            Path copy = Files.createTempDirectory("paysign-first-visit");
            for (String source : SOURCES) {
                copy(Path.of(source), copy);
            }
            Process started = new ProcessBuilder(
                            "./mvnw",
                            "-q",
                            "-o",
                            "compile",
                            "exec:java",
                            "-Dpaysign.sandbox.port=" + port,
                            "-Dpaysign.sandbox.broker.port=" + Jvm.freePort(),
                            "-Dpaysign.http.port=" + Jvm.freePort(),
                            "-Dpaysign.management.port=" + Jvm.freePort())
                    .directory(copy.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process = started;
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> isReady(started));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void copy(Path source, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(file);
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** The list of agreements is there once the bundle itself has started. */
    private boolean isReady(Process started) {
        if (!started.isAlive()) {
            throw new AssertionError("The sandbox ended with " + started.exitValue() + ", see " + output);
        }
        try {
            HttpURLConnection page =
                    (HttpURLConnection) world("/agreements").toURL().openConnection();
            return page.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public URI world(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** What it printed so far. */
    Path output() {
        return output;
    }

    @Override
    public void close() {
        Process ending = process;
        if (ending != null) {
            ending.descendants().forEach(ProcessHandle::destroy);
            ending.destroy();
            Jvm.awaitEnd(ending, output);
        }
    }
}
