package org.paysign.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileFunctionTest {

    private final Path folder;

    FileFunctionTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void givesTheTextWithoutTheLineEnd() throws IOException {
        Path secret = Files.writeString(folder.resolve("broker-password"), " p=w:d \\ x\n");

        assertThat(new FileFunction().apply(secret.toString())).isEqualTo(" p=w:d \\ x");
    }

    @Test
    void namesTheFileThatIsMissing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new FileFunction().apply("/run/secrets/nowhere"))
                .withMessageContaining("{{file:/run/secrets/nowhere}}")
                .withMessageContaining("mount it");
    }

    @Test
    void isFoundByCamel() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "of a file\n");
        Files.writeString(
                folder.resolve("application.properties"),
                """
                a.key={{file:%s}}
                camel.component.jms.transacted=true
                camel.component.jms.cacheLevelName=CACHE_CONSUMER
                camel.component.jms.lazyCreateTransactionManager=false
                """
                        .formatted(secret));
        Main main = new Bundle(folder, folder, Map.of()).main();
        try {
            main.init();
            assertThat(main.getCamelContext().resolvePropertyPlaceholders("{{a.key}}"))
                    .isEqualTo("of a file");
        } finally {
            main.stop();
        }
    }
}
