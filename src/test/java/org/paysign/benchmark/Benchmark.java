package org.paysign.benchmark;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.paysign.sandbox.KeptKeys;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Everything in one go, alternating, so that a machine that changes its mood changes all figures alike. */
@Command(
        name = "benchmark.sh",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Measures PaySign against the bare signature; the last line holds the ratios.")
final class Benchmark implements Callable<Integer> {

    @Option(names = "--runs", defaultValue = "3", description = "Rounds, each with everything once.")
    private int runs;

    @Option(names = "--messages", defaultValue = "10000", description = "Messages of one measured drain.")
    private int messages;

    @Option(names = "--seconds", defaultValue = "5", description = "How long each bare signer runs.")
    private int seconds;

    @Option(names = "--only", split = ",", description = "Only these: ${COMPLETION-CANDIDATES}. Without it, all.")
    private Set<Part> only = EnumSet.noneOf(Part.class);

    @Option(names = "-D", description = "A key of the configuration that is to differ from what is shipped.")
    private Map<String, String> keys = new LinkedHashMap<>();

    public static void main(String[] arguments) {
        // Ctrl-C must not leave a bundle behind that computes on.
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> ProcessHandle.current().descendants().forEach(ProcessHandle::destroy)));
        System.exit(new CommandLine(new Benchmark())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Options options = new Options(only, keys, runs, messages, seconds);
        Figures figures = new Figures();
        Installation installation = Installation.unpacked("package");
        int failed = 0;
        for (int round = 1; round <= options.runs(); round++) {
            for (Part part : Part.values()) {
                if (options.has(part)) {
                    failed += measured(part, options, figures, installation) ? 0 : 1;
                }
            }
        }
        System.out.println(new Report(figures).text());
        System.out.println(Ratios.of(figures).line());
        return failed == 0 ? 0 : 1;
    }

    /** A part that fails leaves the others their turn. */
    private static boolean measured(Part part, Options options, Figures figures, Installation installation) {
        long begun = System.nanoTime();
        try {
            measure(part, options, figures, installation);
            System.err.printf("%s: %.0f s%n", part, (System.nanoTime() - begun) / 1e9);
            return true;
        } catch (Exception | AssertionError broken) {
            System.err.println(part + " failed");
            broken.printStackTrace();
            return false;
        }
    }

    private static void measure(Part part, Options options, Figures figures, Installation installation)
            throws Exception {
        switch (part) {
            case OPENSSL -> figures.add("openssl a second", Signers.openssl(options.seconds()));
            case SDK ->
                figures.add(
                        "sdk a second",
                        Signers.sdk(
                                options.seconds(),
                                KeptKeys.in(Shell.emptyFolder("sdk")).resolve("keys/demo")));
            case EMBEDDED -> visit(EmbeddedSetup.start(installation, options.keys()), options, figures);
            case PRODUCTION -> visit(ProductionSetup.start(installation, options.keys()), options, figures);
        }
    }

    private static void visit(Setup setup, Options options, Figures figures) throws Exception {
        try (setup) {
            new Round(setup, options, figures).run();
        }
    }
}
