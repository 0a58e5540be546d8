package org.paysign.log;

import java.util.List;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.Marker;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.impl.DefaultLogEventFactory;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.core.impl.LogEventFactory;
import org.apache.logging.log4j.message.Message;
import org.apache.logging.log4j.message.SimpleMessage;
import org.apache.logging.log4j.util.SortedArrayStringMap;
import org.apache.logging.log4j.util.StringMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes every event of the log, whoever's it is, from masked texts: no appender and no layout gets another one. Log4j is
 * told of it by {@code log4j2.component.properties} in PaySign's jar. Safe for use by several threads.
 */
public final class SafeEvents implements LogEventFactory {

    /** The class of a failure, for the layout in JSON. */
    private static final String ERROR_TYPE = "error.type";

    private final LogEventFactory plain = DefaultLogEventFactory.getInstance();

    /** Called by Log4j. */
    public SafeEvents() {}

    @Override
    public LogEvent createEvent(
            String logger,
            @Nullable Marker marker,
            String caller,
            Level level,
            Message message,
            @Nullable List<Property> properties,
            @Nullable Throwable thrown) {
        return safe(plain.createEvent(logger, marker, caller, level, message, properties, thrown));
    }

    @Override
    public LogEvent createEvent(
            String logger,
            @Nullable Marker marker,
            String caller,
            @Nullable StackTraceElement location,
            Level level,
            Message message,
            @Nullable List<Property> properties,
            @Nullable Throwable thrown) {
        return safe(plain.createEvent(logger, marker, caller, location, level, message, properties, thrown));
    }

    private static LogEvent safe(LogEvent event) {
        Throwable thrown = event.getThrown();
        SafeThrowable failure = thrown == null ? null : SafeThrowable.of(thrown);
        StringMap context = new SortedArrayStringMap();
        event.getContextData()
                .forEach((key, value) -> context.putValue(Masking.of(key), Masking.of(key, String.valueOf(value))));
        if (failure != null) {
            context.putValue(ERROR_TYPE, failure.name());
        }
        return new Log4jLogEvent.Builder(event)
                .setMessage(new SimpleMessage(Masking.of(event.getMessage().getFormattedMessage())))
                .setThrown(failure)
                .setThreadName(Masking.of(event.getThreadName()))
                .setContextData(context)
                .build();
    }
}
