package org.paysign.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoresFunctionTest {

    @ParameterizedTest
    @CsvSource({"1, 6", "2, 12", "8, 48", "64, 48"})
    void givesSoManyForEachCoreUpToTheMost(int cores, String number) {
        assertThat(new CoresFunction(cores).apply("6,48")).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "6", "0,48", "6,", "six,48", "6, 48"})
    void saysHowItIsWritten(String numbers) {
        assertThatIllegalStateException()
                .isThrownBy(() -> new CoresFunction(2).apply(numbers))
                .withMessageContaining("{{cores:" + numbers + "}}")
                .withMessageContaining("{{cores:6,48}}");
    }

    @Test
    void isFoundByCamelAndGivesWayToANumber(@TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("application.properties"),
                """
                paysign.queue.consumers={{cores:6,48}}
                camel.component.jms.transacted=true
                camel.component.jms.cacheLevelName=CACHE_CONSUMER
                camel.component.jms.lazyCreateTransactionManager=false
                """);

        assertThat(consumers(folder, Map.of())).isEqualTo(new CoresFunction().apply("6,48"));
        assertThat(consumers(folder, Map.of("paysign.queue.consumers", "3"))).isEqualTo("3");
    }

    private static String consumers(Path folder, Map<String, String> overrides) throws Exception {
        Main main = new Bundle(folder, folder, overrides).main();
        try {
            main.init();
            return main.getCamelContext().resolvePropertyPlaceholders("{{paysign.queue.consumers}}");
        } finally {
            main.stop();
        }
    }
}
