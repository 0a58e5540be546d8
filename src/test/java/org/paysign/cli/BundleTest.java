package org.paysign.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which file a key comes from. */
class BundleTest {

    private static final String PROFILE = "camel.main.profile";

    private final Path config;

    BundleTest(@TempDir Path config) {
        this.config = config;
    }

    @BeforeEach
    void write() throws IOException {
        Files.writeString(
                config.resolve("application.properties"),
                "a.key=shipped\nb.key=shipped\nc.key={{env:NOBODY_SETS_THIS}}\npaysign.config.dir=config\n");
        Files.writeString(config.resolve("application-own.properties"), "a.key=own\nb.key=own\nc.key=own\n");
    }

    @AfterEach
    void forget() {
        System.clearProperty(PROFILE);
    }

    @Test
    void takesTheProfilesKeysOverTheFiles() throws Exception {
        System.setProperty(PROFILE, "own");

        assertThat(resolved("{{a.key}} {{b.key}}", Map.of("b.key", "replaced"))).isEqualTo("own replaced");
    }

    @Test
    void namesVariableThatAProfileWants() throws IOException {
        System.setProperty(PROFILE, "own");
        Files.writeString(config.resolve("application-own.properties"), "c.key={{env:NOBODY_SETS_THIS_EITHER}}\n");

        assertThatIllegalStateException()
                .isThrownBy(() -> resolved("", Map.of()))
                .withMessageContaining("c.key wants NOBODY_SETS_THIS_EITHER");
    }

    @Test
    void tellsTheFolderOfItsConfiguration() throws Exception {
        assertThat(resolved("{{paysign.config.dir}}", Map.of("c.key", ""))).isEqualTo(config.toString());
    }

    private String resolved(String text, Map<String, String> overrides) throws Exception {
        Main main = new Bundle(config, config, overrides).main();
        try {
            main.init();
            return main.getCamelContext().resolvePropertyPlaceholders(text);
        } finally {
            main.stop();
        }
    }
}
