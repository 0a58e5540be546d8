package org.paysign.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Settings of the log, made before the first logger is; what the command line gives stays. */
final class Logging {

    private static final String FILE = "log4j2.configurationFile";
    private static final String NAME = "log4j2.properties";
    private static final String NOTHING = "classpath:org/paysign/cli/silent.properties";
    private static final String LEVEL = "paysign.log.level";

    private static final Set<String> SILENT = Set.of("inspect", "keys", "doctor", "generate-completion");

    private Logging() {}

    static void configure(List<String> args) {
        boolean told = System.getProperty(LEVEL) != null;
        // A document has to stand alone.
        boolean silent = !told && !args.isEmpty() && SILENT.contains(args.get(0));
        if (System.getProperty(FILE) == null) {
            System.setProperty(
                    FILE, silent ? NOTHING : config(args).resolve(NAME).toString());
        }
        // The lines of the demo are what it is for.
        if (!told && args.contains("demo")) {
            System.setProperty(LEVEL, "error");
        }
    }

    private static Path config(List<String> args) {
        int option = args.indexOf("--config");
        Path config =
                option >= 0 && option + 1 < args.size() ? Path.of(args.get(option + 1)) : Folders.nearest("config");
        return Files.exists(config.resolve(NAME)) ? config : Folders.nearest("config");
    }
}
