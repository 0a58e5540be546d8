package org.paysign.log;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.logging.log4j.CloseableThreadContext;
import org.slf4j.Logger;

/**
 * Something that happened to an agreement, told in one line of {@code name key=value ...}. The same fields are in the MDC
 * while it is logged, so that the layout in JSON has them one by one. Ids, states and words of ours only, nothing personal.
 * For one thread.
 */
public final class Event {

    private static final String NAME = "event";
    private static final Pattern BREAKS = Pattern.compile("[\\s=]");

    private final String name;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private Trace trace = Trace.NONE;

    private Event(String name) {
        this.name = name;
    }

    /** Begins with its name, such as {@code outcome.delivered}. */
    public static Event of(String name) {
        return new Event(name);
    }

    /** Adds a field; an empty one is left out. Blanks would look like the end of the value. */
    public Event with(String field, Object value) {
        String text = BREAKS.matcher(String.valueOf(value)).replaceAll("_");
        if (!text.isEmpty()) {
            fields.put(field, text);
        }
        return this;
    }

    /** Tells of the journey too, in the MDC. */
    public Event in(Trace journey) {
        trace = journey;
        return this;
    }

    /** For what goes as it should. */
    public void info(Logger log) {
        tell(log::info);
    }

    /** For what PaySign mends by itself. */
    public void warn(Logger log) {
        tell(log::warn);
    }

    /** For what a person has to look at. */
    public void error(Logger log) {
        tell(log::error);
    }

    private void tell(Consumer<String> line) {
        Map<String, String> context = new HashMap<>(fields);
        context.put(NAME, name);
        trace.traceId().ifPresent(id -> context.put("trace_id", id));
        trace.spanId().ifPresent(id -> context.put("span_id", id));
        // All at once: the context is copied at every change.
        CloseableThreadContext.Instance open = CloseableThreadContext.putAll(context);
        try {
            line.accept(toString());
        } finally {
            open.close();
        }
    }

    @Override
    public String toString() {
        return fields.entrySet().stream()
                .map(field -> " " + field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining("", name, ""));
    }
}
