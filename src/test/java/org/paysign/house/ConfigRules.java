package org.paysign.house;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules of config/: every key used is defined, every key defined is used, once, with a line saying what it is. */
final class ConfigRules {
    private ConfigRules() {}

    /** @param users texts by the name of their file: routes and configuration */
    static List<String> undefinedKeys(Collection<Text> users, Set<String> defined) {
        List<String> findings = new ArrayList<>();
        for (Text user : users) {
            Placeholders.keys(user.text()).stream()
                    .filter(key -> !defined.contains(key))
                    .forEach(key -> findings.add(
                            user.name() + ": {{" + key + "}} is not defined; add it to config/application.properties"));
        }
        return findings;
    }

    /** Keys of ours that no route, no other value and no string in src/main/java names. */
    static List<String> unusedKeys(PropertiesFile config, Collection<Text> users, String java) {
        Set<String> asked = new HashSet<>();
        users.forEach(user -> asked.addAll(Placeholders.keys(user.text())));
        asked.addAll(Placeholders.keys(java));
        return config.entries().stream()
                .filter(entry -> entry.key().startsWith("paysign."))
                .filter(entry -> !asked.contains(entry.key()) && !java.contains('"' + entry.key() + '"'))
                .map(entry -> at(config, entry) + "nothing uses it; delete it")
                .toList();
    }

    static List<String> repeatedKeys(PropertiesFile file) {
        Set<String> seen = new HashSet<>();
        return file.entries().stream()
                .filter(entry -> !seen.add(entry.key()))
                .map(entry -> at(file, entry) + "stands here a second time; keep one")
                .toList();
    }

    static List<String> keysWithoutOneComment(PropertiesFile file) {
        return file.entries().stream()
                .filter(entry -> entry.comments() != 1)
                .map(entry -> at(file, entry) + "has " + entry.comments()
                        + " comment lines directly above; write exactly one")
                .toList();
    }

    /** Keys of the sandbox that neither override one of the bundle nor are the sandbox's own. */
    static List<String> strayKeys(PropertiesFile sandbox, Set<String> defined) {
        return sandbox.entries().stream()
                .filter(entry -> !defined.contains(entry.key()))
                .filter(entry -> !entry.key().startsWith("paysign.sandbox."))
                .filter(entry -> !entry.key().startsWith("paysign.data."))
                .map(entry -> at(sandbox, entry)
                        + "overrides nothing; define it in config/application.properties or call it paysign.sandbox.*")
                .toList();
    }

    static List<String> unknownCamelKeys(PropertiesFile file, CamelKeys known) {
        return file.entries().stream()
                .filter(entry -> entry.key().startsWith("camel."))
                .filter(entry -> !known.contains(entry.key()))
                .map(entry -> at(file, entry) + "Camel has no such option; correct it")
                .toList();
    }

    static Set<String> keys(PropertiesFile file) {
        return file.entries().stream()
                .map(PropertiesFile.Entry::key)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The values of a file, without its keys and comments. */
    static Text values(PropertiesFile file) {
        return new Text(
                file.name(),
                file.entries().stream().map(PropertiesFile.Entry::value).collect(Collectors.joining("\n")));
    }

    private static String at(PropertiesFile file, PropertiesFile.Entry entry) {
        return file.name() + ":" + entry.line() + ": " + entry.key() + " ";
    }

    /** A text with the name of the file it stands in. */
    record Text(String name, String text) {}
}
