package org.paysign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Every verb is told of on the page of the command line, and says itself what its exit codes mean. */
class VerbsPageTest {

    static Stream<CommandLine> verbs() {
        return PaySign.line().getSubcommands().values().stream();
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void isOnThePage(CommandLine verb) throws Exception {
        assertThat(Files.readString(Path.of("src/site/markdown/command-line.md")))
                .contains("| `" + verb.getCommandName() + "` | ");
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void describesItselfAndItsOptions(CommandLine verb) {
        UsageMessageSpec usage = verb.getCommandSpec().usageMessage();
        assertThat(usage.description()).as(verb.getCommandName()).isNotEmpty();
        assertThat(verb.getCommandSpec().args())
                .allSatisfy(option -> assertThat(option.description()).isNotEmpty());
        if (verb.getSubcommands().isEmpty() && verb.getCommandSpec().findOption("--json") != null) {
            assertThat(usage.exitCodeList()).as(verb.getCommandName()).isNotEmpty();
        }
    }
}
