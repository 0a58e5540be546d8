package org.paysign.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.quartz.CronExpression;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The configuration as it is shipped: it tells which keys there are, and of what kind their values must be. */
final class ShippedKeys {

    private static final Logger LOG = LoggerFactory.getLogger(ShippedKeys.class);
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");
    /** A number that is made of the cores is shipped where any other may stand. */
    private static final Pattern DERIVED = Pattern.compile(CoresFunction.WRITTEN);

    private static final Pattern SWITCH = Pattern.compile("true|false");
    private static final String OURS = "paysign.";

    private final Properties shipped = new Properties();

    /** Reads them from the jar. */
    ShippedKeys() {
        for (String file : List.of("application.properties", "sandbox/application.properties")) {
            try (InputStream bytes = Objects.requireNonNull(ShippedKeys.class.getResourceAsStream(file), file);
                    Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
                Properties keys = new Properties();
                keys.load(reader);
                keys.forEach(shipped::putIfAbsent);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    /**
     * Looks through the values that are in force, as far as they are written out.
     *
     * @param file where most of them stand, for the sentence
     * @throws IllegalStateException naming file, key and what it takes
     */
    void check(Path file, Properties values) {
        for (String key : new TreeSet<>(values.stringPropertyNames())) {
            String value = values.getProperty(key);
            if (key.startsWith(OURS) && !value.contains("{{")) {
                check(file, key, value);
            }
        }
    }

    private void check(Path file, String key, String value) {
        String example = shipped.getProperty(key);
        if (example == null) {
            LOG.warn(
                    "{} is no key of PaySign, so nothing heeds it: is it misspelt? Keys of your own begin otherwise",
                    key);
        } else if (NUMBER.matcher(example).matches() || DERIVED.matcher(example).matches()) {
            require(NUMBER.matcher(value).matches(), file, key, "a whole number, such as " + example);
        } else if (SWITCH.matcher(example).matches()) {
            require(SWITCH.matcher(value).matches(), file, key, "true or false");
        } else if (key.endsWith(".cron")) {
            require(CronExpression.isValidExpression(value), file, key, "a cron of Quartz, such as " + example);
        }
    }

    private static void require(boolean right, Path file, String key, String kind) {
        if (!right) {
            throw new IllegalStateException(file + " (or what replaces its values): " + key + ": has to be " + kind);
        }
    }
}
