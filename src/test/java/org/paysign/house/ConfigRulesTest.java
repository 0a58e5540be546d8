package org.paysign.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paysign.house.ConfigRules.Text;

/** Proves on small samples that every configuration rule finds its breach and leaves the clean sample alone. */
class ConfigRulesTest {
    private static final PropertiesFile CLEAN = file(
            """
            # ---- Polling

            # When to look for agreements that Alipay has to be asked about.
            paysign.poll.cron = {{paysign.poll.every}} * * * * ?
            # Seconds between two looks.
            paysign.poll.every = \\
                0/5
            """);

    @Test
    void findsUndefinedKey() {
        assertThat(ConfigRules.undefinedKeys(List.of(ConfigRules.values(CLEAN)), Set.of("paysign.poll.cron")))
                .singleElement()
                .asString()
                .contains("config/application.properties: {{paysign.poll.every}} is not defined");
        assertThat(ConfigRules.undefinedKeys(List.of(ConfigRules.values(CLEAN)), ConfigRules.keys(CLEAN)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{env:PASSWORD}}", "{{sys:user.home:x}}", "{{file:/run/secret}}", "${body}"})
    void asksNoKeyForFunctions(String text) {
        assertThat(Placeholders.keys(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{a.key}}", "{{?a.key}}", "{{a.key:default}}", "{{env:A:{{a.key}}}}", "RAW({{a.key}})"})
    void asksForTheKey(String text) {
        assertThat(Placeholders.keys(text)).containsExactly("a.key");
    }

    @Test
    void findsUnusedKey() {
        List<Text> values = List.of(ConfigRules.values(CLEAN));
        assertThat(ConfigRules.unusedKeys(CLEAN, values, ""))
                .singleElement()
                .asString()
                .contains(":4: paysign.poll.cron nothing uses it");
        assertThat(ConfigRules.unusedKeys(CLEAN, values, "get(\"paysign.poll.cron\")"))
                .isEmpty();
        Text route = new Text("routes/40-poll.camel.yaml", "cron: \"{{paysign.poll.cron}}\"");
        assertThat(ConfigRules.unusedKeys(CLEAN, List.of(values.get(0), route), ""))
                .isEmpty();
    }

    @Test
    void findsRepeatedKey() {
        assertThat(ConfigRules.repeatedKeys(file("a = 1\nb = 2\na = 3")))
                .singleElement()
                .asString()
                .contains(":3: a stands here a second time");
        assertThat(ConfigRules.repeatedKeys(CLEAN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a = 1", "# one\n# two\na = 1", "# apart\n\na = 1"})
    void findsKeyWithoutOneComment(String text) {
        assertThat(ConfigRules.keysWithoutOneComment(file(text)))
                .singleElement()
                .asString()
                .contains("exactly one");
    }

    @Test
    void leavesKeysWithOneCommentAlone() {
        assertThat(ConfigRules.keysWithoutOneComment(CLEAN)).isEmpty();
    }

    @Test
    void findsStrayKeyOfTheSandbox() {
        PropertiesFile sandbox = file("paysign.poll.cron = a\npaysign.sandbox.port = 1\npaysign.data.dir = d\nx = y");
        assertThat(ConfigRules.strayKeys(sandbox, ConfigRules.keys(CLEAN)))
                .singleElement()
                .asString()
                .contains(":4: x overrides nothing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camel.main.routesIncludePattern",
                "camel.main.routes-include-pattern",
                "camel.component.jms.cacheLevelName",
                "camel.component.http.connections-per-route",
                "camel.main.globalOptions[x]",
                "camel.beans.clock"
            })
    void knowsCamelKey(String key) {
        assertThat(ConfigRules.unknownCamelKeys(file(key + " = x"), new CamelKeys()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camel.main.routesIncludePatern",
                "camel.component.jms.cacheLevel_Name",
                "camel.mian.name",
                "camel.component.jmx.x"
            })
    void findsUnknownCamelKey(String key) {
        assertThat(ConfigRules.unknownCamelKeys(file(key + " = x"), new CamelKeys()))
                .singleElement()
                .asString()
                .contains("Camel has no such option");
    }

    private static PropertiesFile file(String text) {
        return PropertiesFile.parse("config/application.properties", text);
    }
}
