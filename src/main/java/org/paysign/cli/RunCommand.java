package org.paysign.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.camel.main.Main;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code paysign run}: the bundle against the configured broker and database. */
@Command(name = "run", description = "Runs the bundle with config/ and routes/ of the working directory.")
final class RunCommand implements Callable<Integer> {

    @Mixin
    private Folders folders = new Folders();

    @Override
    public Integer call() throws Exception {
        Map<String, String> variables = Variables.of(folders.config(), System.getenv());
        Main main = new Bundle(folders.config(), folders.routes(), variables).main();
        main.run();
        return main.getExitCode();
    }
}
