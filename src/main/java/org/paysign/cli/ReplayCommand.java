package org.paysign.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.paysign.cli.desk.Desk;
import org.paysign.cli.desk.Progress;
import org.paysign.json.StrictJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code paysign replay}: puts back what was parked, and shows how far it has come. */
@Command(
        name = "replay",
        description = {
            "Puts parked messages back to their queues, or has parked outcomes delivered again, and shows how far it is.",
            "It goes on in the running PaySign whatever becomes of this command; press again to resume what was cancelled:"
                    + " what is back is not parked any more, so nothing is put back twice."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:not done, or not to the end; the sentence says why", "2:PaySign was not reached"})
final class ReplayCommand implements Callable<Integer> {

    private static final long LOOK_MILLIS = 500;

    enum What {
        parked,
        outcomes,
        cancel
    }

    @Mixin
    private Running running = new Running();

    @Mixin
    private Printed printed = new Printed();

    @Parameters(
            paramLabel = "WHAT",
            description = "parked: messages; outcomes: outcomes no endpoint took; cancel: end what goes on")
    private What what = What.parked;

    @Option(names = "--max", paramLabel = "N", description = "how many messages at most (default: ${DEFAULT-VALUE})")
    private int max = 100_000;

    @Option(names = "--dry-run", description = "tells how many there are, and does nothing")
    private boolean dryRun;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Desk desk = running.desk();
        if (dryRun) {
            return count(desk);
        }
        String answer =
                switch (what) {
                    case cancel -> desk.press(Desk.AGREEMENTS, "cancelWork").asText();
                    case outcomes ->
                        desk.press(Desk.AGREEMENTS, "replayOutcomes").asText();
                    case parked ->
                        desk.press(Desk.AGREEMENTS, "replayParked", max).asText();
                };
        boolean refused = answer.startsWith("Nothing is done") || answer.startsWith("Failed");
        String sentence = answer.startsWith("Goes on by itself") ? follow(desk) : answer;
        ObjectNode document =
                StrictJson.mapper().createObjectNode().put("done", !refused).put("sentence", sentence);
        printed.print(out(), document, List.of(sentence));
        return refused || sentence.contains("given up") || sentence.contains("Failed")
                ? ExitCode.SOFTWARE
                : ExitCode.OK;
    }

    private int count(Desk desk) {
        JsonNode agreements = desk.read(Desk.AGREEMENTS);
        JsonNode parked = desk.read(Desk.PARKED);
        ObjectNode document = StrictJson.mapper()
                .createObjectNode()
                .put("outcomes", agreements.path("OutcomesParked").asLong())
                .put("messages", parked.path("Messages").asLong())
                .put("moreMessages", parked.path("MoreThanCounted").asBoolean());
        document.set("byReason", parked.path("ByReason"));
        printed.print(
                out(),
                document,
                List.of(
                        "parked outcomes: " + document.path("outcomes").asLong(),
                        "parked messages: " + document.path("messages").asLong()
                                + (document.path("moreMessages").asBoolean() ? " or more" : "") + " "
                                + parked.path("ByReason")));
        return ExitCode.OK;
    }

    /** Shows a bar until the work has ended. */
    private String follow(Desk desk) throws InterruptedException {
        Bar bar = new Bar(Objects.requireNonNull(spec).commandLine().getErr());
        JsonNode agreements = desk.read(Desk.AGREEMENTS);
        while (!agreements.path("Work").asText().isEmpty()) {
            bar.show(new Progress(agreements));
            Thread.sleep(LOOK_MILLIS);
            agreements = desk.read(Desk.AGREEMENTS);
        }
        bar.end();
        return agreements.path("LastWork").asText();
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }
}
