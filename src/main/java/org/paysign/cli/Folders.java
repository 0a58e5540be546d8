package org.paysign.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where routes and configuration are. */
final class Folders {

    /** Set by the launcher in {@code bin}: the folder of the unpacked package. */
    static final String HOME = "paysign.home";

    @Option(
            names = "--config",
            paramLabel = "DIR",
            description = "folder with application.properties (default: config of the working directory, else the"
                    + " package's)")
    private @Nullable Path config;

    @Option(
            names = "--routes",
            paramLabel = "DIR",
            description = "folder with the route files (default: routes of the working directory, else the package's)")
    private @Nullable Path routes;

    Path config() {
        return config == null ? nearest("config") : config;
    }

    Path routes() {
        return routes == null ? nearest("routes") : routes;
    }

    /** The folder of the working directory if it is there, else that of the package if there is one. */
    static Path nearest(String name) {
        Path here = Path.of(name);
        String home = System.getProperty(HOME);
        return home == null || Files.isDirectory(here) ? here : Path.of(home, name);
    }
}
