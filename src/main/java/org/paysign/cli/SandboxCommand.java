package org.paysign.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code paysign sandbox}: everything embedded, until Ctrl-C. */
@Command(
        name = "sandbox",
        description = "Runs the bundle with broker, database and a fake Alipay embedded, until Ctrl-C.")
final class SandboxCommand implements Callable<Integer> {

    @Mixin
    private Folders folders = new Folders();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        try (SandboxRun sandbox =
                SandboxRun.start(folders.config(), folders.routes(), Map.of()).withPages()) {
            if (spec != null) {
                sandbox.announce(spec.commandLine().getOut());
            }
            sandbox.bundle().run();
            return sandbox.bundle().getExitCode();
        }
    }
}
