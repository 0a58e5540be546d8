package org.paysign.routes;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Everything that is logged while a test class runs, stack traces included, at the levels as shipped. */
final class CapturedLog implements BeforeAllCallback, AfterAllCallback {

    private final List<String> events = new CopyOnWriteArrayList<>();
    private final AbstractAppender appender = new Ear(events);

    @Override
    public void beforeAll(ExtensionContext context) {
        appender.start();
        LoggerContext log = context();
        log.getConfiguration().getRootLogger().addAppender(appender, null, null);
        log.updateLoggers();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        LoggerContext log = context();
        log.getConfiguration().getRootLogger().removeAppender(appender.getName());
        log.updateLoggers();
    }

    private static LoggerContext context() {
        return (LoggerContext) LogManager.getContext(false);
    }

    List<String> events() {
        return List.copyOf(events);
    }

    private static final class Ear extends AbstractAppender {

        private final List<String> events;

        Ear(List<String> events) {
            super("captured", null, null, true, Property.EMPTY_ARRAY);
            this.events = events;
        }

        @Override
        public void append(LogEvent event) {
            StringBuilder text = new StringBuilder(event.getMessage().getFormattedMessage());
            for (Throwable cause = event.getThrown(); cause != null; cause = cause.getCause()) {
                text.append('\n').append(cause);
            }
            events.add(text.toString());
        }
    }
}
