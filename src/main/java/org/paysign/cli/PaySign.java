package org.paysign.cli;

import java.util.List;
import org.paysign.cli.PaySign.Version;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The {@code paysign} command. */
@Command(
        name = "paysign",
        description = "The dependable loop around my.paySignCenter, as Apache Camel routes.",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        versionProvider = Version.class,
        subcommands = {
            RunCommand.class,
            SandboxCommand.class,
            DemoCommand.class,
            SendCommand.class,
            StatusCommand.class,
            QueryCommand.class,
            ReplayCommand.class,
            ImportCommand.class,
            TailCommand.class,
            InspectCommand.class,
            KeysCommand.class,
            DoctorCommand.class,
            GenerateCompletion.class
        })
public final class PaySign {

    private PaySign() {}

    /**
     * Runs a verb; without one, the sandbox.
     *
     * @return the exit code: 0 well, 1 failed, 2 wrong usage or configuration
     */
    public static int run(String... args) {
        try {
            Logging.configure(List.of(args), System.getenv());
        } catch (IllegalStateException wrong) {
            line().getErr().println("paysign: " + Causes.sentence(wrong));
            return CommandLine.ExitCode.USAGE;
        }
        return line().execute(args.length == 0 ? new String[] {"sandbox"} : args);
    }

    static CommandLine line() {
        return explaining(new CommandLine(new PaySign()));
    }

    /** A verb that cannot start says why in one sentence. */
    static CommandLine explaining(CommandLine command) {
        return command.setExecutionExceptionHandler((failure, line, parsed) -> {
            line.getErr().println("paysign: " + Causes.sentence(failure));
            return CommandLine.ExitCode.USAGE;
        });
    }

    /** The version of the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = PaySign.class.getPackage().getImplementationVersion();
            return new String[] {"PaySign " + (version == null ? "(from sources)" : version)};
        }
    }
}
