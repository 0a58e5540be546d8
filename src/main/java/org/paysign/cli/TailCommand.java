package org.paysign.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.paysign.cli.desk.Follower;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code paysign tail}: follows what is learnt about agreements. */
@Command(
        name = "tail",
        description = {
            "Prints a line for everything that a running PaySign, or another on its database, learns about an agreement,"
                    + " until Ctrl-C. The state and the outcome's version are those of the moment it is printed."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:ended", "2:PaySign was not reached"})
final class TailCommand implements Callable<Integer> {

    private static final long LOOK_MILLIS = 1_000;

    @Mixin
    private Running running = new Running();

    @Option(names = "--json", description = "prints one JSON document a line instead of text")
    private boolean json;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            description = "begins with as many of the past (default: ${DEFAULT-VALUE})")
    private int past = 10;

    @Option(names = "--no-follow", description = "ends after the past ones")
    private boolean once;

    @Option(names = "--merchant", paramLabel = "NAME", description = "only this merchant's")
    private String merchant = "";

    @Option(names = "--agreement", paramLabel = "NO", description = "only this external_agreement_no")
    private String agreement = "";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Follower follower = Follower.of(running.desk(), past);
        boolean on = true;
        while (on) {
            follower.next().stream().filter(this::isWanted).forEach(this::print);
            on = !once;
            if (on) {
                Thread.sleep(LOOK_MILLIS);
            }
        }
        return ExitCode.OK;
    }

    private boolean isWanted(JsonNode entry) {
        return (merchant.isEmpty() || merchant.equals(entry.path("merchant").asText()))
                && (agreement.isEmpty()
                        || agreement.equals(entry.path("externalAgreementNo").asText()));
    }

    private void print(JsonNode entry) {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(json ? entry.toString() : line(entry));
        out.flush();
    }

    private static String line(JsonNode entry) {
        return entry.path("at").asText() + "  " + entry.path("merchant").asText() + " "
                + entry.path("externalAgreementNo").asText() + "  "
                + entry.path("heard").asText() + " -> "
                + entry.path("state").asText() + "  (request "
                + entry.path("requestId").asText() + ", outcome "
                + (entry.path("version").asInt() == 0
                        ? "none"
                        : "v" + entry.path("version").asInt()) + ")";
    }
}
