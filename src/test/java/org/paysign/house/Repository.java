package org.paysign.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.paysign.Application;

/** What lies in the working directory, which Maven sets to the root of the repository. */
final class Repository {
    static final Path APPLICATION_PROPERTIES = Path.of("config", "application.properties");

    private Repository() {}

    /** Files below a folder whose name ends so, sorted; none when the folder is missing. */
    static List<Path> files(String folder, String ending) {
        Path root = Path.of(folder);
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (var paths = Files.walk(root)) {
            return paths.filter(Files::isRegularFile)
                    .filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String mainJava() {
        return files("src/main/java", ".java").stream().map(Repository::text).collect(Collectors.joining("\n"));
    }

    static Map<String, String> config() {
        Map<String, String> config = new LinkedHashMap<>();
        if (Files.exists(APPLICATION_PROPERTIES)) {
            PropertiesFile.read(APPLICATION_PROPERTIES)
                    .entries()
                    .forEach(entry -> config.put(entry.key(), entry.value()));
        }
        return config;
    }

    /** The classes of src/main/java as they were compiled, without those of the tests. */
    static JavaClasses mainClasses() {
        try {
            Path classes = Path.of(Application.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return new ClassFileImporter().importPath(classes);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
