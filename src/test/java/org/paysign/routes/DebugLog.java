package org.paysign.routes;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Layout;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** All that is logged at DEBUG, by whomever, in both layouts as shipped; the lines are kept in a row without breaks. */
final class DebugLog implements BeforeAllCallback, AfterAllCallback {

    private static final List<String> TALKERS = List.of(
            "org.paysign",
            "org.apache.camel",
            "org.apache.activemq.artemis",
            "org.apache.hc",
            "org.eclipse.jetty",
            "org.messaginghub",
            "org.springframework",
            "org.quartz",
            "com.zaxxer.hikari",
            "org.flywaydb");

    private final Queue<String> written = new ConcurrentLinkedQueue<>();
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final Map<String, Level> before = new ConcurrentHashMap<>();
    private final List<Layout<?>> layouts = new CopyOnWriteArrayList<>();
    private final AbstractAppender ear = new AbstractAppender("debug", null, null, true, Property.EMPTY_ARRAY) {
        @Override
        public void append(LogEvent event) {
            TALKERS.stream().filter(event.getLoggerName()::startsWith).forEach(name -> counts.computeIfAbsent(
                            name, unheard -> new LongAdder())
                    .increment());
            layouts.forEach(layout -> written.add(new String(layout.toByteArray(event), StandardCharsets.UTF_8)));
        }
    };

    @Override
    public void beforeAll(ExtensionContext context) {
        LoggerContext log = (LoggerContext) LogManager.getContext(false);
        Configuration shipped = log.getConfiguration();
        Stream.of("pattern", "json")
                .forEach(name -> layouts.add(shipped.getAppender(name).getLayout()));
        TALKERS.forEach(name -> {
            before.put(name, LogManager.getLogger(name).getLevel());
            Configurator.setLevel(name, Level.DEBUG);
        });
        ear.start();
        // Only the ear hears: the file of the test's output stays small.
        shipped.getAppenders().values().forEach(shown -> shipped.getRootLogger().removeAppender(shown.getName()));
        shipped.getRootLogger().addAppender(ear, null, null);
        log.updateLoggers();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        LoggerContext log = (LoggerContext) LogManager.getContext(false);
        log.reconfigure();
    }

    /** All lines. */
    String text() {
        return String.join("", written);
    }

    /** How many events a logger and those below it had. */
    long count(String name) {
        return counts.getOrDefault(name, new LongAdder()).sum();
    }
}
