package org.paysign.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paysign.sandbox.KeptKeys;

/** What is shipped, as production starts it: the profile prod, and variables of the environment. */
@NullUnmarked
class ProductionTest {

    @TempDir
    private Path folder;

    private final Map<String, String> keys = new HashMap<>();
    private Path config;

    @BeforeEach
    void copyWhatIsShipped() throws IOException {
        config = Files.createDirectory(folder.resolve("config"));
        for (Path file : List.of(
                Path.of("config/application.properties"), Path.of("docker/config/application-prod.properties"))) {
            Files.copy(file, config.resolve(file.getFileName()));
        }
        Path merchants = Files.createDirectory(folder.resolve("merchants"));
        Files.copy(Path.of("config/sandbox/merchants/demo.properties"), merchants.resolve("demo.properties"));
        KeptKeys.in(folder);
        keys.put("paysign.data.dir", folder.toString());
        keys.put("paysign.merchants.dir", merchants.toString());
        keys.put("paysign.sandbox.port", "1");
        keys.put("paysign.http.port", String.valueOf(Jvm.freePort()));
        keys.put("paysign.management.port", String.valueOf(Jvm.freePort()));
        keys.put("paysign.broker.url", "tcp://127.0.0.1:1");
        keys.put("paysign.broker.user", "user");
        keys.put("paysign.broker.password", "{{env:USER_PASSWORD:}}");
        keys.put("paysign.database.url", "jdbc:h2:file:" + folder.resolve("rows") + ";WRITE_DELAY=0");
        keys.put("paysign.database.user", "sa");
        keys.put("paysign.database.password", "");
    }

    @Test
    void refusesPlainSecretInAFile() throws Exception {
        Path file = config.resolve("application-prod.properties");
        String shipped = Files.readString(file, StandardCharsets.UTF_8);
        Files.writeString(
                file, shipped.replaceAll("(?m)^(paysign.database.password)=.*$", "$1=pa55"), StandardCharsets.UTF_8);

        Refusal refusal = refusal("plain-secret");

        refusal.says(file.toString(), "paysign.database.password", "{{file:/path}}");
        assertThat(refusal.text()).doesNotContain("pa55");
    }

    @Test
    void refusesPlainSecretOfCamelOnTheCommandLine() throws Exception {
        keys.put("camel.ssl.keystorePassword", "pa55");

        Refusal refusal = refusal("plain-camel-secret");

        assertThat(refusal.exitCode()).isEqualTo(2);
        assertThat(refusal.text())
                .contains("camel.ssl.keystorePassword", "plain-text", "placeholders")
                .doesNotContain("pa55");
    }

    /** It gets as far as what is wrong with the text of the file, so it has read it. */
    @Test
    void readsWebhookSecretFromAFile() throws Exception {
        Path profile = Path.of(keys.get("paysign.merchants.dir")).resolve("demo.properties");
        Path secret = folder.resolve("webhook-secret");
        String text = Files.readString(profile)
                .replaceAll("(?m)^webhook-secret=.*$", "webhook-secret={{file:" + secret + "}}");
        Files.writeString(profile, text);

        refusal("no-secret-file").says(profile.toString(), "webhook-secret", "set the variable or file it names");

        Files.writeString(secret, "too short\n");
        refusal("short-secret-file").says(profile.toString(), "webhook-secret", "give whsec_");
    }

    @Test
    void takesKeyFromTheVariableThatSpellsIt() throws Exception {
        keys.remove("paysign.merchants.dir");

        assertThat(refusalWithVariable("variable").text())
                .contains("Cannot read the merchants folder /of-the-variable");
    }

    @Test
    void takesKeyOfTheCommandLineOverTheVariable() throws Exception {
        keys.put("paysign.merchants.dir", "/of-the-command-line");

        assertThat(refusalWithVariable("no-variable").text())
                .contains("Cannot read the merchants folder /of-the-command-line");
    }

    private Refusal refusalWithVariable(String name) throws Exception {
        Path output = Jvm.output("refusal-" + name);
        ProcessBuilder run =
                Jvm.paysign(keys, output, List.of("run", "--config", config.toString(), "--routes", "routes"));
        run.environment().put("PAYSIGN_MERCHANTS_DIR", "/of-the-variable");
        return Refusal.of(run, output);
    }

    /** Else a sandbox would answer production's requests, with keys of its own. */
    @Test
    void keepsTheDemoAwayFromTheProductionOfItsEnvironment() throws Exception {
        Path output = Jvm.output("demo-beside-production");
        Map<String, String> ports = Map.of(
                "paysign.sandbox.port", String.valueOf(Jvm.freePort()),
                "paysign.sandbox.broker.port", String.valueOf(Jvm.freePort()),
                "paysign.http.port", String.valueOf(Jvm.freePort()),
                "paysign.management.port", String.valueOf(Jvm.freePort()));
        ProcessBuilder demo = Jvm.paysign(ports, output, List.of("demo", "--only", "sign"));
        demo.environment()
                .putAll(Map.of(
                        "PAYSIGN_BROKER_URL", "tcp://127.0.0.1:1",
                        "PAYSIGN_BROKER_USER", "production",
                        "PAYSIGN_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/production"));

        Process process = demo.start();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ends by itself").isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    }

    private Refusal refusal(String name) throws Exception {
        return Refusal.of(name, keys, "run", "--config", config.toString(), "--routes", "routes");
    }
}
