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
    void isFoundByCamelInTheShippedConfigurationAndGivesWayToANumber(@TempDir Path folder) throws Exception {
        Files.copy(Path.of("config", "application.properties"), folder.resolve("application.properties"));
        String key = "{{paysign.queue.consumers}}";

        assertThat(resolved(folder, Map.of(), key))
                .isEqualTo(new CoresFunction().apply("6,48"))
                .matches("[0-9]+");
        assertThat(resolved(folder, Map.of("paysign.queue.consumers", "3"), key))
                .isEqualTo("3");
    }

    private static String resolved(Path folder, Map<String, String> keys, String text) {
        Map<String, String> overrides = new java.util.HashMap<>(keys);
        for (String required : new String[] {"url", "user", "password"}) {
            overrides.put("paysign.broker." + required, "vm://0");
        }
        Main main = new Bundle(folder, folder, overrides).main();
        try {
            main.init();
            return main.getCamelContext().resolvePropertyPlaceholders(text);
        } finally {
            main.stop();
        }
    }
}
