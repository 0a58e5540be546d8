package org.paysign.sandbox.pages;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What happened to agreements since the sandbox started, the newest of each kept; safe for many threads. */
final class Journal implements AutoCloseable {

    /** Not about one agreement. */
    static final String ALL = "";

    private static final int MOST_AGREEMENTS = 200;
    private static final int MOST_EVENTS = 200;
    /** Characters of all events together: messages may be long. */
    private static final long MOST_CHARACTERS = 8_000_000;
    /** How a journey began is never forgotten for all the questions that came later. */
    private static final int BEGINNING = 40;

    private final Map<String, List<Event>> past = new LinkedHashMap<>();
    private final List<Follower> followers = new ArrayList<>();
    private final Clock clock;
    private long last;
    private long characters;

    Journal(Clock clock) {
        this.clock = clock;
        // So that a browser that was connected before a restart does not skip what comes after it.
        this.last = clock.millis() * 1000;
    }

    void passed(Passage passage) {
        var data = Json.object().put("route", passage.route()).put("description", passage.description());
        var text = passage.message();
        if (text != null) {
            data.set("message", Masked.message(text));
        }
        add(passage.number(), passage.failed() ? "failed" : "route", data);
    }

    synchronized void add(String number, String kind, ObjectNode data) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        data.put("at", now.toString());
        var event = new Event(++last, kind, Json.write(data), now);
        if (!number.equals(ALL)) {
            remember(number, event);
        }
        followers.stream()
                .filter(follower -> number.equals(ALL) || follower.number().equals(number))
                .forEach(follower -> follower.offer(event));
    }

    private void remember(String number, Event event) {
        var events = past.computeIfAbsent(number, any -> new ArrayList<>());
        events.add(event);
        characters += event.json().length();
        if (events.size() > MOST_EVENTS) {
            characters -= events.remove(BEGINNING).json().length();
        }
        while (past.size() > MOST_AGREEMENTS || (characters > MOST_CHARACTERS && past.size() > 1)) {
            forgetOldest();
        }
    }

    private void forgetOldest() {
        var oldest = past.remove(past.keySet().iterator().next());
        characters -= oldest.stream().mapToLong(event -> event.json().length()).sum();
    }

    /** From the event after this one on. */
    synchronized Follower follow(String number, long after) {
        var follower = new Follower(number, this::leave);
        past.getOrDefault(number, List.of()).stream()
                .filter(event -> event.id() > after)
                .forEach(follower::offer);
        followers.add(follower);
        return follower;
    }

    /** The agreements that somebody looks at, and some of those that something happened to within this time. */
    synchronized Set<String> moving(Duration lately, int some) {
        var since = clock.instant().minus(lately);
        var numbers = new TreeSet<String>();
        past.entrySet().stream()
                .filter(story ->
                        story.getValue().get(story.getValue().size() - 1).at().isAfter(since))
                .limit(some)
                .forEach(story -> numbers.add(story.getKey()));
        followers.forEach(follower -> numbers.add(follower.number()));
        numbers.remove(ALL);
        return numbers;
    }

    synchronized int followed() {
        return followers.size();
    }

    private synchronized void leave(Follower follower) {
        followers.remove(follower);
    }

    @Override
    public synchronized void close() {
        followers.forEach(Follower::end);
    }

    record Event(long id, String kind, String json, Instant at) {}
}
