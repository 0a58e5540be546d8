package org.paysign.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The working directory of the tests has a config folder, and none that is called docs. */
class FoldersTest {

    private static final String LOG = "log4j2.configurationFile";
    private static final String FORMAT = "paysign.log.format";

    private final Path home;
    private final String log = System.getProperty(LOG, "");

    FoldersTest(@TempDir Path home) {
        this.home = home;
    }

    @BeforeEach
    void unpack() {
        System.setProperty(Folders.HOME, home.toString());
        System.clearProperty(LOG);
    }

    @AfterEach
    void forget() {
        System.clearProperty(Folders.HOME);
        System.setProperty(LOG, log);
        System.clearProperty(FORMAT);
    }

    @Test
    void logsInTheFormatThatIsAskedFor() throws IOException {
        List<String> run = List.of("run", "--config", home.toString());
        Files.writeString(home.resolve("log4j2.properties"), "");
        assertThat(format(run, Map.of())).isEqualTo("pattern");
        Files.writeString(home.resolve("application.properties"), "paysign.log.format=json");
        assertThat(format(run, Map.of())).isEqualTo("json");
        Files.writeString(home.resolve("application-prod.properties"), "paysign.log.format=pattern");
        assertThat(format(run, Map.of())).isEqualTo("pattern");
        assertThat(format(run, Map.of("PAYSIGN_LOG_FORMAT", "json"))).isEqualTo("json");
        assertThatIllegalStateException()
                .isThrownBy(() -> format(run, Map.of("PAYSIGN_LOG_FORMAT", "xml")))
                .withMessageContaining("neither pattern nor json");
        System.setProperty(FORMAT, "pattern");
        Logging.configure(run, Map.of("PAYSIGN_LOG_FORMAT", "json"));
        assertThat(System.getProperty(FORMAT)).as("the command line").isEqualTo("pattern");
    }

    private static String format(List<String> args, Map<String, String> environment) {
        System.clearProperty(FORMAT);
        Logging.configure(args, environment);
        return System.getProperty(FORMAT, "");
    }

    @Test
    void prefersTheWorkingDirectory() {
        assertThat(Folders.nearest("config")).isEqualTo(Path.of("config"));
    }

    @Test
    void fallsBackOnThePackage() {
        assertThat(Folders.nearest("docs")).isEqualTo(home.resolve("docs"));
    }

    @Test
    void staysInTheWorkingDirectoryWithoutAPackage() {
        System.clearProperty(Folders.HOME);

        assertThat(Folders.nearest("docs")).isEqualTo(Path.of("docs"));
    }

    @Test
    void logsAsTheNamedFolderSays() throws IOException {
        Files.writeString(home.resolve("log4j2.properties"), "");

        Logging.configure(List.of("run", "--config", home.toString()), Map.of());

        assertThat(System.getProperty(LOG))
                .isEqualTo(home.resolve("log4j2.properties").toString());
    }

    @Test
    void logsAsUsualWhereTheNamedFolderSaysNothing() {
        Logging.configure(List.of("run", "--config", home.toString()), Map.of());

        assertThat(Path.of(System.getProperty(LOG))).isEqualTo(Path.of("config", "log4j2.properties"));
    }
}
