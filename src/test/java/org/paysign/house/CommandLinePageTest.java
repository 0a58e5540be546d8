package org.paysign.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.paysign.inspect.Cause;

/** The page of the command line lists every cause in its words. */
class CommandLinePageTest {

    @ParameterizedTest
    @EnumSource(Cause.class)
    void listsCause(Cause cause) {
        assertThat(Repository.text(Path.of("src/site/markdown/command-line.md")))
                .contains("| `" + cause.code() + "` | " + cause.sentence(Locale.ENGLISH) + " | "
                        + cause.sentence(Locale.CHINESE) + " |");
    }
}
