package org.paysign.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.paysign.house.ConfigRules.Text;

/** The shipped configuration; {@link ConfigRulesTest} proves that each rule bites. */
class ConfigTest {
    private static final Path DEMO = Path.of("config", "sandbox", "demo.properties");
    private static final Path SANDBOX = Path.of("config", "sandbox", "application.properties");

    /** Logging is configured in the words of Log4j, where a comment a key would only be noise. */
    private static final String LOGGING = "log4j2";

    @Test
    void findsTheConfiguration() {
        assumeTrue(Files.isDirectory(Path.of("config")), "there is no folder config yet");
        assertThat(application().entries())
                .as("keys in config/application.properties")
                .isNotEmpty();
    }

    @Test
    void definesEveryKeyUsed() {
        Set<String> keys = ConfigRules.keys(application());
        List<Text> bundle = new ArrayList<>(routes());
        files().stream()
                .filter(file -> !file.name().startsWith("config/sandbox/"))
                .map(ConfigRules::values)
                .forEach(bundle::add);
        assertThat(ConfigRules.undefinedKeys(bundle, keys)).isEmpty();

        Set<String> withSandbox = new HashSet<>(keys);
        withSandbox.addAll(ConfigRules.keys(sandbox()));
        assertThat(ConfigRules.undefinedKeys(List.of(ConfigRules.values(sandbox())), withSandbox))
                .isEmpty();
    }

    @Test
    void usesEveryKeyDefined() {
        List<Text> users = new ArrayList<>(routes());
        files().stream().map(ConfigRules::values).forEach(users::add);
        assertThat(ConfigRules.unusedKeys(application(), users, Repository.mainJava()))
                .isEmpty();
        assertThat(ConfigRules.unusedKeys(sandbox(), users, Repository.mainJava()))
                .isEmpty();
    }

    @Test
    void namesEveryKeyOnce() {
        keepsInEveryFile(ConfigRules::repeatedKeys);
    }

    @Test
    void explainsEveryKeyInOneLine() {
        keepsInEveryFile(file -> isLogging(file) ? List.of() : ConfigRules.keysWithoutOneComment(file));
    }

    @Test
    void overridesOnlyWhatIsDefined() {
        assertThat(ConfigRules.strayKeys(sandbox(), ConfigRules.keys(application())))
                .isEmpty();
        assertThat(ConfigRules.strayKeys(readIfThere(DEMO), ConfigRules.keys(application())))
                .isEmpty();
    }

    @Test
    void setsOnlyOptionsThatCamelKnows() {
        CamelKeys known = new CamelKeys();
        keepsInEveryFile(file -> ConfigRules.unknownCamelKeys(file, known));
    }

    private static void keepsInEveryFile(Function<PropertiesFile, List<String>> rule) {
        assertThat(files()).flatMap(rule).isEmpty();
    }

    private static boolean isLogging(PropertiesFile file) {
        return file.name().contains(LOGGING);
    }

    private static List<PropertiesFile> files() {
        return Repository.files("config", ".properties").stream()
                .map(PropertiesFile::read)
                .toList();
    }

    private static List<Text> routes() {
        return Repository.files("routes", ".yaml").stream()
                .map(path -> new Text("routes/" + path.getFileName(), Repository.text(path)))
                .toList();
    }

    private static PropertiesFile application() {
        return readIfThere(Repository.APPLICATION_PROPERTIES);
    }

    private static PropertiesFile sandbox() {
        return readIfThere(SANDBOX);
    }

    private static PropertiesFile readIfThere(Path path) {
        return Files.exists(path) ? PropertiesFile.read(path) : PropertiesFile.parse(path.toString(), "");
    }
}
