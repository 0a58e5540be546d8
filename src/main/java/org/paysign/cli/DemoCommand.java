package org.paysign.cli;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.apache.camel.main.Main;
import org.jspecify.annotations.Nullable;
import org.paysign.cli.demo.Demo;
import org.paysign.cli.demo.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code paysign demo}: the sandbox, every scenario once, and an end. */
@Command(
        name = "demo",
        description = {
            "Plays every scenario once through the queues and ports of a sandbox and prints a line each:"
                    + " what went in, the route it took, who got the outcome.",
            "Exits 0, or 1 if any ended elsewhere. The log is quiet; -Dpaysign.log.level=info shows it."
        })
final class DemoCommand implements Callable<Integer> {

    private final Map<String, String> replaced;

    @Mixin
    private Folders folders = new Folders();

    @Option(names = "--only", paramLabel = "NAME", split = ",", description = "plays the scenarios of these names only")
    private List<String> only = List.of();

    @Spec
    private @Nullable CommandSpec spec;

    DemoCommand() {
        this(Map.of());
    }

    /** {@code replaced} keys go over all files. */
    DemoCommand(Map<String, String> replaced) {
        this.replaced = Map.copyOf(replaced);
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        CtrlC ctrlC = CtrlC.interrupts(Thread.currentThread());
        try {
            return play(out) ? ExitCode.OK : ExitCode.SOFTWARE;
        } catch (InterruptedException stopped) {
            out.println("demo: stopped");
            out.flush();
            return ExitCode.SOFTWARE;
        } finally {
            ctrlC.release();
        }
    }

    private boolean play(PrintWriter out) throws Exception {
        try (Scratch data = Scratch.folder();
                SandboxRun sandbox = SandboxRun.start(folders.config(), folders.routes(), keys(data))) {
            Main bundle = sandbox.bundle();
            Demo demo = Demo.watching(bundle);
            try {
                bundle.start();
                return demo.play(site(sandbox), only, out);
            } finally {
                bundle.stop();
            }
        }
    }

    /**
     * The keys of the demo over those of the sandbox, and a folder of its own: agreements of an earlier run would be asked
     * about in between.
     */
    private Map<String, String> keys(Scratch data) {
        Map<String, String> keys = new HashMap<>();
        keys.put("paysign.data.dir", data.path().toString());
        Properties demo = Bundle.read(folders.config().resolve("sandbox/demo.properties"));
        demo.stringPropertyNames().forEach(key -> keys.put(key, demo.getProperty(key)));
        keys.replaceAll((key, value) -> System.getProperty(key, value));
        keys.putAll(replaced);
        return keys;
    }

    private static Site site(SandboxRun sandbox) {
        return new Site(
                sandbox.brokerPort(),
                sandbox.bundle().getCamelContext().resolvePropertyPlaceholders("{{paysign.broker.user}}"),
                sandbox.bundle().getCamelContext().resolvePropertyPlaceholders("{{paysign.broker.password}}"),
                sandbox.worldPort());
    }
}
