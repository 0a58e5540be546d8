package org.paysign.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** As many files and routes as a package has, each route with a step that does nothing. */
final class EmptyRoutes {

    private EmptyRoutes() {}

    /** Writes them; returns how many routes there are. */
    static int write(Path shipped, Path folder) throws IOException {
        int routes = 0;
        try (Stream<Path> files = Files.list(shipped)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".camel.yaml")).toList()) {
                int count = (int) Files.readAllLines(file).stream()
                        .filter(line -> line.startsWith("- route:"))
                        .count();
                StringBuilder text = new StringBuilder();
                for (int n = 0; n < count; n++) {
                    text.append(route("empty-" + (routes + n)));
                }
                if (count > 0) {
                    Files.writeString(folder.resolve(file.getFileName().toString()), text.toString());
                }
                routes += count;
            }
        }
        return routes;
    }

    private static String route(String id) {
        return String.join(
                        "\n",
                        List.of(
                                "- route:",
                                "    id: " + id,
                                "    from:",
                                "      uri: direct",
                                "      parameters:",
                                "        name: " + id,
                                "      steps:",
                                "        - setBody:",
                                "            expression:",
                                "              constant:",
                                "                expression: nothing"))
                + "\n";
    }
}
