package org.paysign.benchmark;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From the start of a process until it is ready: {@code run}, the same with a class archive, and an empty Camel. */
final class Starts {

    private static final int TRIES = 3;
    /** Camel main, YAML and what they need. */
    private static final String EMPTY =
            "(camel-(api|base|base-engine|bean|core-[a-z]+|direct|dsl-support|main|management-api"
                    + "|support|util|util-json|yaml-dsl.*|xml-io|xml-io-util|xml-jaxp-util)-[0-9]|slf4j|log4j|snakeyaml).*";

    private final Installation plain;
    private final Installation archived;
    private final Path routes;
    private final int routeCount;

    private Starts(Installation plain, Installation archived, Path routes, int routeCount) {
        this.plain = plain;
        this.archived = archived;
        this.routes = routes;
        this.routeCount = routeCount;
    }

    /** Makes the archive as a user makes it, in a package of its own. */
    static Starts prepare(Installation plain) throws IOException {
        Installation archived = Installation.unpacked("package-archived");
        Path folder = Shell.emptyFolder("archive");
        Process archive = archived.paysign(folder, Map.of(), "archive").start();
        Shell.awaitWell(archive, "paysign archive");
        Path routes = Shell.emptyFolder("empty-routes");
        return new Starts(
                plain, archived, routes, EmptyRoutes.write(plain.home().resolve("routes"), routes));
    }

    /** Alternating; each figure is the middle of a few starts. */
    void measure(Figures figures, Map<String, String> keys) throws Exception {
        List<Double> empty = new ArrayList<>();
        List<Double> run = new ArrayList<>();
        List<Double> archive = new ArrayList<>();
        try (ProductionWorld world = ProductionWorld.start("start")) {
            // The first creates the tables.
            world.run(plain, keys).close();
            for (int n = 0; n < TRIES; n++) {
                empty.add(emptyCamel());
                run.add(seconds(world, plain, keys));
                archive.add(seconds(world, archived, keys));
            }
        }
        figures.add(Name.START_EMPTY, Spread.of(empty).median());
        figures.add(Name.START_PLAIN, Spread.of(run).median());
        figures.add(Name.START_ARCHIVE, Spread.of(archive).median());
    }

    private static double seconds(ProductionWorld world, Installation installation, Map<String, String> keys)
            throws Exception {
        try (Bundle bundle = world.run(installation, keys)) {
            return bundle.startSeconds();
        }
    }

    private double emptyCamel() throws Exception {
        ProcessBuilder command = new ProcessBuilder(
                        Shell.java(),
                        "-Xshare:auto",
                        "-Dlog4j2.level=info",
                        "-cp",
                        classPath(),
                        EmptyCamel.class.getName(),
                        routes.toString())
                .redirectErrorStream(true);
        long begun = System.nanoTime();
        Process process = command.start();
        try (BufferedReader output = process.inputReader()) {
            List<String> said = new ArrayList<>();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                said.add(line);
                if (line.equals(EmptyCamel.READY + ": " + routeCount)) {
                    return (System.nanoTime() - begun) / 1e9;
                }
            }
            throw new IllegalStateException("An empty Camel said " + said);
        } finally {
            Shell.end(process);
        }
    }

    /** Camel, what logs, and what reads YAML; and the class that starts it, but none of PaySign's. */
    private String classPath() throws Exception {
        URL own = EmptyCamel.class.getProtectionDomain().getCodeSource().getLocation();
        try (Stream<Path> jars = Files.list(plain.home().resolve("lib"))) {
            String camel = jars.filter(jar -> jar.getFileName().toString().matches(EMPTY))
                    .map(Path::toString)
                    .sorted()
                    .collect(Collectors.joining(File.pathSeparator));
            return Path.of(own.toURI()) + File.pathSeparator + camel;
        }
    }
}
