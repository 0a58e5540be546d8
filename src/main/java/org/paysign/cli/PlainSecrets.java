package org.paysign.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.camel.util.SecurityUtils;

/** What Camel's profile {@code prod} does for keys of Camel, for every key of a file: no secret stands there readable. */
final class PlainSecrets {

    private static final String ALLOWED = "camel.security.allowedProperties";
    /** Camel's own list has names of users too, which may stand in a file. */
    private static final Pattern SECRET = Pattern.compile("(?i).*(password|passphrase|secret|token)");
    /** Broker, database and endpoints may have their secrets among the options of a URL. */
    private static final Pattern IN_URL = Pattern.compile(
            "(?i)(password|secret|token)=(?!\\{\\{|RAW\\(\\{\\{)[^&;,\\s]|://[^/?#@{\\s]+:[^/?#@{\\s]+@");

    private PlainSecrets() {}

    /**
     * Looks through a file of configuration.
     *
     * @throws IllegalStateException naming file, key and fix, never the value
     */
    static void refuse(Path file, Properties values) {
        String[] allowed = values.getProperty(ALLOWED, "").split("\\s*,\\s*", -1);
        for (String key : new TreeSet<>(values.stringPropertyNames())) {
            if (isPlain(key, values.getProperty(key)) && !Arrays.asList(allowed).contains(key)) {
                throw new IllegalStateException(file + ": " + key + ": holds a secret in plain text, which profile prod"
                        + " refuses: give {{env:NAME}} or {{file:/path}} instead");
            }
        }
    }

    private static boolean isPlain(String key, String value) {
        return (SECRET.matcher(key).matches() && SecurityUtils.isPlainTextSecret(value))
                || IN_URL.matcher(value).find();
    }
}
