package org.paysign.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                """
                a.key=shipped
                b.key=shipped
                c.key={{env:NOBODY_SETS_THIS}}
                paysign.config.dir=config
                camel.component.jms.transacted=true
                camel.component.jms.cacheLevelName=CACHE_CONSUMER
                camel.component.jms.lazyCreateTransactionManager=false
                """);
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
    void takesTheProfileThatItsFileNames() throws Exception {
        append("camel.main.profile=own");

        assertThat(resolved("{{a.key}}", Map.of())).isEqualTo("own");
        assertThat(resolved("{{a.key}}", Map.of(PROFILE, "other", "c.key", ""))).isEqualTo("shipped");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "paysign.broker.password=pa55",
                "camel.ssl.keystorePassword=pa55",
                "x.token=pa55",
                "x.webhook-secret=pa55",
                "x.url=tcp://b:1?sslEnabled=true&keyStorePassword=pa55",
                "x.url=https://user:pa55@host/path"
            })
    void refusesPlainSecretInProduction(String line) throws Exception {
        append("camel.main.profile=prod\nc.key=");
        Files.writeString(config.resolve("application-prod.properties"), line + "\n");

        assertThatIllegalStateException()
                .isThrownBy(() -> resolved("", Map.of()))
                .withMessageContainingAll(
                        "application-prod.properties", line.substring(0, line.indexOf('=')), "{{file:/path}}")
                .withMessageNotContaining("pa55");
        assertThat(resolved("{{a.key}}", Map.of(PROFILE, "dev"))).isEqualTo("shipped");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "paysign.broker.password={{env:HOME}}",
                "paysign.database.password=",
                "x.url=tcp://b:1?keyStorePassword={{env:HOME}}&trustStorePassword=RAW({{env:HOME}})",
                "x.url=jdbc:postgresql://a:1,b:2/paysign",
                "camel.security.allowedProperties=x.password\nx.password=pa55"
            })
    void takesSecretThatStandsElsewhere(String lines) throws Exception {
        append("camel.main.profile=prod\nc.key=\n" + lines);

        assertThat(resolved("{{a.key}}", Map.of())).isEqualTo("shipped");
    }

    private void append(String lines) throws IOException {
        Files.writeString(config.resolve("application.properties"), lines + "\n", StandardOpenOption.APPEND);
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
