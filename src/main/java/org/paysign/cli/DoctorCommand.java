package org.paysign.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.paysign.cli.doctor.Finding;
import org.paysign.cli.doctor.Round;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code paysign doctor}: whether run would find all it needs. */
@Command(
        name = "doctor",
        description = {
            "Looks at what run needs, without starting it: Java, configuration, ports, broker, database, merchants, gateways,"
                    + " clocks. Nothing is taken from a queue, migrated or sent to Alipay but a HEAD request.",
            "Each line says OK, WARN, FAIL or SKIPPED, what was seen, and what to do next. It ends within half a minute."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:nothing failed", "1:something failed", "2:wrong usage"})
final class DoctorCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(25);

    @Mixin
    private Folders folders = new Folders();

    @Mixin
    private Printed printed = new Printed();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        List<Finding> findings = new Round(new DoctorsLooks(folders).all(), PATIENCE).findings();
        ArrayNode document = JsonNodeFactory.instance.arrayNode();
        List<String> lines = new ArrayList<>();
        for (Finding finding : findings) {
            document.addObject()
                    .put("name", finding.name())
                    .put("state", finding.state().name())
                    .put("sentence", finding.sentence())
                    .put("next", finding.next());
            lines.add(String.format("%-8s %s: %s", finding.state(), finding.name(), finding.sentence()));
            if (!finding.next().isEmpty()) {
                lines.add("         " + finding.next());
            }
        }
        printed.print(Objects.requireNonNull(spec).commandLine().getOut(), document, lines);
        boolean failed = findings.stream().anyMatch(finding -> finding.state() == Finding.State.FAIL);
        return failed ? ExitCode.SOFTWARE : ExitCode.OK;
    }
}
