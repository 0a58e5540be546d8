package org.paysign.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.paysign.cli.desk.Desk;
import org.paysign.cli.desk.Situation;
import org.paysign.json.StrictJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code paysign status}: what waits, for how long, and what to press. */
@Command(
        name = "status",
        description = "Tells what waits in a running PaySign, for how long, and what to do about it.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:it is up", "1:it is down, the checks say why", "2:it was not reached"})
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private Running running = new Running();

    @Mixin
    private Printed printed = new Printed();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Desk desk = running.desk();
        ObjectNode document = StrictJson.mapper().createObjectNode();
        JsonNode health = desk.health();
        document.set("health", health);
        document.set("agreements", desk.read(Desk.AGREEMENTS));
        document.set("parked", desk.read(Desk.PARKED));
        ObjectNode merchants = document.putObject("merchants");
        for (JsonNode name : desk.search("org.paysign:type=Merchant,*")) {
            merchants.set(name.asText().replaceFirst(".*name=([^,]*).*", "$1"), desk.read(name.asText()));
        }
        printed.print(
                Objects.requireNonNull(spec).commandLine().getOut(),
                document,
                new Situation(desk.base(), document).lines());
        return health.path("status").asText().equals("UP") ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
