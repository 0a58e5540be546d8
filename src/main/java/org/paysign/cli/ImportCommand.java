package org.paysign.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.paysign.cli.desk.AgreementFile;
import org.paysign.cli.desk.Import;
import org.paysign.json.StrictJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code paysign import}: takes over agreements that were made before PaySign. */
@Command(
        name = "import",
        description = {
            "Takes over agreements that were made before PaySign: a CSV in UTF-8 with the columns merchant (may be left out"
                    + " when there is one), external_agreement_no, personal_product_code and sign_scene.",
            "Each is UNKNOWN until Alipay was asked about it; what Alipay says goes to the endpoints like any outcome. Lines"
                    + " that are no good are left out and written to FILE.rejects.csv with the reason. May be repeated:"
                    + " what is there already stays as it is."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all are there", "1:some lines were rejected", "2:wrong usage, or PaySign was not reached"})
final class ImportCommand implements Callable<Integer> {

    @Mixin
    private Running running = new Running();

    @Mixin
    private Printed printed = new Printed();

    @Parameters(paramLabel = "FILE", description = "the CSV, with a line of column names")
    private Path file = Path.of("");

    @Option(names = "--dry-run", description = "checks the lines, and sends nothing")
    private boolean dryRun;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        AgreementFile agreements = new AgreementFile(file);
        Bar bar = new Bar(Objects.requireNonNull(spec).commandLine().getErr());
        Import work = dryRun ? Import.check(agreements) : Import.into(running.desk(), agreements, bar::show);
        bar.end();
        ObjectNode document = StrictJson.mapper()
                .createObjectNode()
                .put("adopted", work.adopted())
                .put("known", work.known())
                .put("rejected", work.rejected());
        String rejects = work.rejects().map(path -> "; see " + path).orElse("");
        printed.print(
                out(),
                document,
                List.of((dryRun
                                ? work.adopted() + " lines are good"
                                : work.adopted() + " taken over, " + work.known() + " known before")
                        + ", " + work.rejected() + " rejected" + rejects));
        return work.rejected() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }
}
