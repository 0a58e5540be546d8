package org.paysign.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.paysign.glossary.Glossary;
import org.paysign.inspect.Inspection;
import org.paysign.inspect.Inspector;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code paysign inspect}: what a text is, whether its signature fits, and if not, why. */
@Command(
        name = "inspect",
        description = {
            "Tells what a text is and whether its signature fits, and if not, what was done to it: a signStr, what"
                    + " my.paySignCenter returned, the body of a notice, an answer of the gateway, a request.",
            "Nothing personal is printed, and nothing is sent anywhere. The text comes from a file or from stdin, never"
                    + " from the command line, which others can read."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the text is good, its signature fits",
            "1:it is not; the cause is named",
            "2:wrong usage or configuration"
        })
final class InspectCommand implements Callable<Integer> {

    @Mixin
    private Profiles profiles = new Profiles();

    @Mixin
    private Printed printed = new Printed();

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "the text as it came, byte for byte; - or nothing for stdin")
    private Path file = Path.of("-");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Inspector inspector = new Inspector(profiles.rings(), new Glossary(), Clock.systemUTC());
        Inspection found = inspector.inspect(input(), profiles.merchant());
        InspectionText text = new InspectionText(found);
        printed.print(Objects.requireNonNull(spec).commandLine().getOut(), text.document(), text.lines());
        return found.isGood() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private byte[] input() {
        boolean stdin = file.toString().equals("-");
        try (InputStream in = stdin ? System.in : Files.newInputStream(file)) {
            return in.readNBytes(Inspector.MAX_BYTES + 1);
        } catch (IOException unreadable) {
            // An inline text would be repeated here.
            throw new IllegalStateException(
                    "inspect: the file cannot be read: give the path of a file, or - for stdin");
        }
    }
}
