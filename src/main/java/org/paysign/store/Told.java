package org.paysign.store;

import java.util.List;
import org.paysign.log.Event;

/** What a transaction came to, with what the log is to hear of it once it is committed. */
record Told<T>(T result, List<Event> events) {

    Told {
        events = List.copyOf(events);
    }

    static <T> Told<T> of(T result, Event event) {
        return new Told<>(result, List.of(event));
    }

    /** Nothing that the log has not heard. */
    static <T> Told<T> of(T result) {
        return new Told<>(result, List.of());
    }

    /** To be called after the commit. */
    T tell() {
        events.forEach(Happened::tellNow);
        return result;
    }

    /** Without the result, which may be a reply. */
    @Override
    public String toString() {
        return "Told";
    }
}
