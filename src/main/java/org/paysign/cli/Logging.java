package org.paysign.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Settings of the log, made before the first logger is; what the command line gives stays. */
final class Logging {

    private static final String FILE = "log4j2.configurationFile";
    private static final String NAME = "log4j2.properties";
    private static final String NOTHING = "classpath:org/paysign/cli/silent.properties";
    private static final String LEVEL = "paysign.log.level";
    private static final String FORMAT = "paysign.log.format";
    private static final Set<String> FORMATS = Set.of("pattern", "json");

    private static final Set<String> SILENT = Set.of(
            "inspect", "keys", "doctor", "generate-completion", "send", "status", "query", "replay", "import", "tail");

    private Logging() {}

    /**
     * Makes them for a command line.
     *
     * @throws IllegalStateException if the format is none: Log4j would start without any appender
     */
    static void configure(List<String> args, Map<String, String> environment) {
        Path config = config(args);
        boolean told = System.getProperty(LEVEL) != null;
        // A document has to stand alone.
        boolean silent = !told && !args.isEmpty() && SILENT.contains(args.get(0));
        if (System.getProperty(FILE) == null) {
            System.setProperty(FILE, silent ? NOTHING : config.resolve(NAME).toString());
        }
        // The lines of the demo are what it is for.
        if (!told && args.contains("demo")) {
            System.setProperty(LEVEL, "error");
        }
        System.setProperty(FORMAT, format(args.contains("run"), config, environment));
    }

    /** As for every other key: the command line, the environment, the file of the profile, the file. */
    private static String format(boolean production, Path config, Map<String, String> environment) {
        String format = Stream.<Optional<String>>of(
                        Optional.ofNullable(System.getProperty(FORMAT)),
                        Optional.ofNullable(environment.get("PAYSIGN_LOG_FORMAT")),
                        production ? written(config.resolve("application-prod.properties")) : Optional.empty(),
                        written(config.resolve("application.properties")))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("pattern");
        if (!FORMATS.contains(format)) {
            throw new IllegalStateException("paysign.log.format is neither pattern nor json: give one of them");
        }
        return format;
    }

    private static Optional<String> written(Path file) {
        return Files.exists(file)
                ? Optional.ofNullable(Bundle.read(file).getProperty("paysign.log.format"))
                : Optional.empty();
    }

    private static Path config(List<String> args) {
        int option = args.indexOf("--config");
        Path config =
                option >= 0 && option + 1 < args.size() ? Path.of(args.get(option + 1)) : Folders.nearest("config");
        return Files.exists(config.resolve(NAME)) ? config : Folders.nearest("config");
    }
}
