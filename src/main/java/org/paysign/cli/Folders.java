package org.paysign.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options that say where routes and configuration are. */
final class Folders {

    @Option(
            names = "--config",
            paramLabel = "DIR",
            defaultValue = "config",
            description = "folder with application.properties (default: ${DEFAULT-VALUE})")
    private Path config = Path.of("config");

    @Option(
            names = "--routes",
            paramLabel = "DIR",
            defaultValue = "routes",
            description = "folder with the route files (default: ${DEFAULT-VALUE})")
    private Path routes = Path.of("routes");

    Path config() {
        return config;
    }

    Path routes() {
        return routes;
    }
}
