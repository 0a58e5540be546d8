package org.paysign.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paysign.http.ManagementServer;
import org.paysign.http.PublicServer;
import org.paysign.sandbox.KeptKeys;
import org.paysign.support.FreePort;

/** The whole bundle in this JVM, with one setting that a crash or a listener would punish. */
@org.jspecify.annotations.NullUnmarked
class UnsafeSettingsTest {

    private final Map<String, String> keys = new HashMap<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void useFreePorts() throws Exception {
        Path merchants = Files.createDirectory(folder.resolve("merchants"));
        Files.copy(Path.of("config/sandbox/merchants/demo.properties"), merchants.resolve("demo.properties"));
        keys.put("paysign.merchants.dir", merchants.toString());
        keys.put("paysign.data.dir", KeptKeys.in(folder).toString());
        keys.put("paysign.sandbox.port", "0");
        keys.put("paysign.sandbox.broker.port", "0");
        keys.put("paysign.management.port", "0");
        keys.put("paysign.http.port", String.valueOf(FreePort.find()));
    }

    /** What the command line would print. */
    private String refusal() throws Exception {
        try (SandboxRun sandbox = SandboxRun.start(Path.of("config"), Path.of("routes"), keys)) {
            Main bundle = sandbox.bundle();
            Throwable refused = catchThrowable(bundle::start);
            // A start that fails ends the process; here the server would live on.
            PublicServer server =
                    bundle.getCamelContext().getRegistry().lookupByNameAndType("publicServer", PublicServer.class);
            if (server != null) {
                server.stop();
            }
            ManagementServer management = bundle.getCamelContext()
                    .getRegistry()
                    .lookupByNameAndType("managementServer", ManagementServer.class);
            if (management != null) {
                management.stop();
            }
            assertThat(refused).as("started in spite of %s", keys).isNotNull();
            return Causes.sentence(refused);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "transacted, false, must be true",
        "lazyCreateTransactionManager, true, must be false",
        "lazy-create-transaction-manager, true, must be false",
        "cacheLevelName, CACHE_NONE, must be CACHE_CONSUMER",
        "cache-level-name, CACHE_AUTO, must be CACHE_CONSUMER",
    })
    void refusesToAcknowledgeTooEarly(String key, String value, String advice) throws Exception {
        keys.put("camel.component.jms." + key, value);

        assertThat(refusal()).startsWith("camel.component.jms.").contains(advice);
    }

    @Test
    void refusesPlainBrokerElsewhere() throws Exception {
        keys.put("paysign.broker.url", "tcp://broker.example:61616");

        assertThat(refusal()).contains("paysign.broker.url", "sslEnabled=true", "paysign.broker.plain-allowed=true");
    }

    @Test
    void refusesKeyThatEverybodyCanRead() throws Exception {
        SandboxRun.start(Path.of("config"), Path.of("routes"), keys).close();
        Path key = folder.resolve("keys/demo/app-private-key.pem");
        PosixFileAttributeView view = Files.getFileAttributeView(key, PosixFileAttributeView.class);
        Assumptions.assumeTrue(view != null, "no file permissions on this system");
        view.setPermissions(PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(refusal()).contains("demo.properties", "app-private-key", "chmod o-rwx");
    }
}
