package org.paysign.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.paysign.cli.desk.Desk;
import org.paysign.json.StrictJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code paysign query}: asks Alipay about one agreement now. */
@Command(
        name = "query",
        description = "Has a running PaySign ask Alipay about one agreement now, and tells what came of it.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Alipay answered",
            "1:it was not asked, or no answer came; the sentence says why",
            "2:PaySign was not reached"
        })
final class QueryCommand implements Callable<Integer> {

    @Mixin
    private Running running = new Running();

    @Mixin
    private Printed printed = new Printed();

    @Parameters(paramLabel = "EXTERNAL_AGREEMENT_NO", description = "the agreement's external_agreement_no")
    private String number = "";

    @Option(names = "--merchant", paramLabel = "NAME", description = "whose it is, if there is more than one merchant")
    private String merchant = "";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        String sentence =
                running.desk().press(Desk.AGREEMENTS, "query", merchant, number).asText();
        boolean answered = sentence.contains("Alipay answered: ");
        ObjectNode document = StrictJson.mapper()
                .createObjectNode()
                .put("externalAgreementNo", number)
                .put("answered", answered)
                .put("sentence", sentence);
        printed.print(Objects.requireNonNull(spec).commandLine().getOut(), document, List.of(sentence));
        return answered ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
