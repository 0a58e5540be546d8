package org.paysign.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page is what the files say; {@code -Dreference.write=true} writes it. */
class ConfigurationReferenceTest {

    private static final String COMMAND = "./mvnw -Dtest=ConfigurationReferenceTest -Dreference.write=true test";

    @BeforeAll
    static void writeIfTold() throws IOException {
        if (Boolean.getBoolean("reference.write")) {
            Files.writeString(ConfigurationReference.PAGE, ConfigurationReference.text());
        }
    }

    @Test
    void isWhatTheFilesSay() {
        assertThat(Repository.text(ConfigurationReference.PAGE))
                .as(ConfigurationReference.PAGE + " is old; write it again: " + COMMAND)
                .isEqualTo(ConfigurationReference.text());
    }

    @Test
    void listsEveryKey() {
        String page = Repository.text(ConfigurationReference.PAGE);

        assertThat(Repository.config()).isNotEmpty();
        assertThat(Repository.config().keySet())
                .allSatisfy(key -> assertThat(page).contains("| `" + key + "` |"));
        assertThat(page).doesNotContain("<<");
    }

    /** What section 7 of the contract promises. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "paysign.broker.url; URL; required: `PAYSIGN_BROKER_URL`",
                "paysign.broker.user; text; required: `PAYSIGN_BROKER_USER`",
                "paysign.broker.password; secret; required: `PAYSIGN_BROKER_PASSWORD`",
                "paysign.poll.silence; whole number; `900`",
                "paysign.poll.cron; Quartz cron; `0/1 * * * * ?`",
                "paysign.result.confirm; list, commas; `7002,6001,6002`",
                "paysign.reply.allowed; list, commas; `paysign.*`",
                "paysign.http.port; whole number; `8080`",
                "paysign.outcome.ended; endpoint URI; empty"
            })
    void tellsTypeAndDefaultOfPromisedKeys(String key, String type, String value) {
        assertThat(ConfigurationReference.text()).contains("| `" + key + "` | " + type + " | " + value + " |");
    }
}
