package org.paysign.house;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page that lists every key, made of the shipped files: a key's line of comment is its meaning. */
final class ConfigurationReference {

    static final Path PAGE = Path.of("src/site/markdown/configuration.md");
    /** Written by hand: what holds for all keys. */
    static final Path FRAME = Path.of("src/site/templates/configuration.md");

    private static final Path PRODUCTION = Path.of("docker/config/application-prod.properties");
    private static final Path SANDBOX = Path.of("config/sandbox/application.properties");
    private static final Path MERCHANT = Path.of("config/merchants/example.properties.template");
    private static final Pattern TEMPLATE_LINE = Pattern.compile("#?([a-z][a-z0-9._-]*)=(.*)");
    private static final Pattern REQUIRED = Pattern.compile("\\{\\{env:([A-Z_]+)}}");

    private ConfigurationReference() {}

    /** @param type empty where it would only repeat */
    private record Key(String name, String type, String value, String meaning) {}

    /** The whole page. */
    static String text() {
        return Repository.text(FRAME)
                .replace("<<bundle>>", groups())
                .replace("<<production>>", table("value", keys(PRODUCTION)))
                .replace("<<sandbox>>", table("value", keys(SANDBOX)))
                .replace("<<merchant>>", table("example", merchantKeys()));
    }

    private static String groups() {
        Map<String, List<Key>> groups = new LinkedHashMap<>();
        for (Key key : keys(Repository.APPLICATION_PROPERTIES)) {
            String group = key.name().replaceFirst("^(paysign\\.[a-z]+|camel\\.[a-z]+(\\.[a-z]+)?).*", "$1");
            groups.computeIfAbsent(group.replaceFirst("^(camel\\.main).*", "$1"), name -> new ArrayList<>())
                    .add(key);
        }
        StringBuilder text = new StringBuilder();
        groups.forEach((group, keys) -> text.append("### `")
                .append(group)
                .append(".*`\n\n")
                .append(table("default", keys))
                .append('\n'));
        return text.toString().strip();
    }

    private static String table(String value, List<Key> keys) {
        StringBuilder table = new StringBuilder("| key | type | " + value + " | meaning |\n|---|---|---|---|\n");
        keys.forEach(key -> table.append("| `")
                .append(key.name())
                .append("` | ")
                .append(key.type())
                .append(" | ")
                .append(value(key.value()))
                .append(" | ")
                .append(cell(key.meaning()))
                .append(" |\n"));
        return table.toString();
    }

    private static String value(String value) {
        Matcher required = REQUIRED.matcher(value);
        if (required.matches() && required.group(1).startsWith("PAYSIGN_")) {
            return "required: `" + required.group(1) + "`";
        }
        return value.isEmpty() ? "empty" : "`" + cell(value) + "`";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }

    private static List<Key> keys(Path path) {
        List<String> lines = Repository.text(path).lines().toList();
        return PropertiesFile.read(path).entries().stream()
                .map(entry -> new Key(
                        entry.key(), type(entry.key(), entry.value()), entry.value(), comment(lines, entry.line() - 2)))
                .toList();
    }

    /** The template is to be read with its comments: keys that may be left out stand behind a #. */
    private static List<Key> merchantKeys() {
        List<String> lines = Repository.text(MERCHANT).lines().toList();
        List<Key> keys = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            Matcher line = TEMPLATE_LINE.matcher(lines.get(i));
            if (line.matches() && lines.get(i - 1).startsWith("# ")) {
                String name = line.group(1).replaceFirst("^default\\..*", "default.*");
                keys.add(new Key(name, merchantType(name), line.group(2), comment(lines, i - 1)));
            }
        }
        return keys;
    }

    private static String comment(List<String> lines, int index) {
        return lines.get(index).replaceFirst("^#\\s*", "");
    }

    private static String type(String key, String value) {
        if (value.matches("true|false")) {
            return "true or false";
        }
        if (value.matches("-?[0-9]+|\\{\\{cores:[0-9]+,[0-9]+}}")) {
            return "whole number";
        }
        if (key.endsWith(".cron")) {
            return "Quartz cron";
        }
        if (key.startsWith("paysign.outcome.")) {
            return "endpoint URI";
        }
        if (key.startsWith("paysign.queue.")) {
            return "queue";
        }
        return key.startsWith("paysign.") ? namedType(key.substring(key.lastIndexOf('.') + 1)) : "text";
    }

    private static String namedType(String last) {
        return switch (last) {
            case "password" -> "secret";
            case "url" -> "URL";
            case "dir" -> "folder";
            case "notify" -> "path";
            case "allowed", "refused", "confirm", "reads", "writes" -> "list, commas";
            case "tells" -> "list, blanks";
            default -> "text";
        };
    }

    private static String merchantType(String name) {
        return switch (name) {
            case "app-private-key", "app-cert", "alipay-root-cert", "encrypt-key" -> "path";
            case "alipay-public-key", "alipay-cert" -> "one or two paths";
            case "gateway-url", "notify-url" -> "URL";
            case "outcome.success" -> "endpoint URI";
            case "webhook-secret", "app-auth-token" -> "secret";
            case "sign-type" -> "RSA2, RSA, SM2";
            case "charset" -> "UTF-8, GBK";
            case "app-id" -> "8-32 digits";
            default -> "text";
        };
    }
}
