package org.paysign.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;

/** The keys and certificates of the shipped sandbox merchants, made once a build: to make them is most of what a start costs. */
@NullUnmarked
public final class KeptKeys {

    private static final Path HOME = Path.of("target", "sandbox-keys");

    private KeptKeys() {}

    /** Puts copies where a sandbox with this data folder looks for its keys. */
    public static Path in(Path data) {
        try {
            Path keys = kept().resolve("keys");
            try (Stream<Path> files = Files.walk(keys)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path copy =
                            data.resolve("keys").resolve(keys.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
            return data;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The tests run in several JVMs at a time. */
    private static synchronized Path kept() throws IOException {
        Files.createDirectories(HOME);
        try (FileChannel lock =
                FileChannel.open(HOME.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            for (String merchant : List.of("demo", "demo-cert")) {
                SandboxCertificates.of(SandboxKeys.of(HOME, merchant), Clock.systemUTC());
            }
        }
        return HOME;
    }
}
