package org.paysign.benchmark;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.paysign.sandbox.KeptKeys;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Everything in one go, alternating, so that a machine that changes its mood changes all figures alike. */
@Command(
        name = "benchmark.sh",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Measures PaySign against the bare signature; the last line holds the ratios.")
final class Benchmark implements Callable<Integer> {

    @Mixin
    private Options options = new Options();

    private final Figures figures = new Figures();
    private int failed;

    public static void main(String[] arguments) {
        // Ctrl-C must not leave a bundle behind that computes on; PostgreSQL is stopped by its own hook.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().orElse("").endsWith("/java"))
                .forEach(ProcessHandle::destroy)));
        System.exit(new CommandLine(new Benchmark())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Installation installation = Installation.unpacked("package");
        @Nullable Starts starts = options.has(Part.START) ? Starts.prepare(installation) : null;
        for (int round = 1; round <= options.runs(); round++) {
            figures.beginRound(round);
            for (Part part : Part.values()) {
                if (part.hasTurn() && options.has(part)) {
                    measured(part + ", round " + round, () -> measure(part, installation, starts));
                }
            }
        }
        if (options.has(Part.CLAIMS)) {
            measured("claims", () -> Claims.measure(figures, options.runs()));
        }
        return report();
    }

    private int report() {
        Report report = Report.of(figures);
        Machine machine = Machine.ofThis();
        ResultFile.write(machine, report);
        if (options.page()) {
            Page.write(machine, report, StageChart.of(figures));
        }
        System.out.println(machine.text() + "\n\n" + report.figureTable() + "\n" + report.ratioTable());
        System.out.println(report.ratios().line());
        return failed == 0 ? 0 : 1;
    }

    /** A part that fails leaves the others their turn. */
    private void measured(String name, Work work) {
        long begun = System.nanoTime();
        try {
            work.run();
            System.err.printf("%s: %.0f s%n", name, (System.nanoTime() - begun) / 1e9);
        } catch (Exception | AssertionError broken) {
            failed++;
            System.err.println(name + " FAILED");
            broken.printStackTrace();
        }
    }

    private void measure(Part part, Installation installation, @Nullable Starts starts) throws Exception {
        switch (part) {
            case OPENSSL -> figures.add(Name.OPENSSL, Signers.openssl(options.seconds()));
            case SDK ->
                figures.add(
                        Name.SDK,
                        Signers.sdk(
                                options.seconds(),
                                KeptKeys.in(Shell.emptyFolder("sdk")).resolve("keys/demo")));
            case EMBEDDED -> visit(EmbeddedSetup.start(installation, options.keys()));
            case PRODUCTION -> visit(ProductionSetup.start(installation, options.keys()));
            case START -> {
                if (starts != null) {
                    starts.measure(figures, options.keys());
                }
            }
            default -> throw new IllegalArgumentException(part + " has no turn of its own");
        }
    }

    private void visit(Setup setup) throws Exception {
        try (setup) {
            new Round(setup, options, figures).run();
        }
    }

    /** Something that may fail in any way. */
    private interface Work {
        void run() throws Exception;
    }
}
