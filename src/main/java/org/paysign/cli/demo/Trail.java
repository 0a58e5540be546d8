package org.paysign.cli.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The routes that messages about one id went through, in their order; safe for use by several threads. */
final class Trail {

    /** What was handed out for delivery at one try. */
    record Letter(String id, String body) {}

    private final String id;
    private final List<String> routes = new ArrayList<>();
    private final Set<Letter> letters = new LinkedHashSet<>();

    Trail(String id) {
        this.id = id;
    }

    /** The id that the scenario's messages carry. */
    String id() {
        return id;
    }

    synchronized void step(String route) {
        routes.add(route);
    }

    synchronized void posted(Letter letter) {
        letters.add(letter);
    }

    /** The different letters of all tries: one, if nothing changed between them. */
    synchronized Set<Letter> letters() {
        return Set.copyOf(letters);
    }

    /** Whether a step is on it, such as {@code ask-again-later x3}. */
    boolean passes(String step) {
        return steps().contains(step);
    }

    /** Forgets what led here, because it is the same in many stories. */
    synchronized void begin() {
        routes.clear();
    }

    /** The routes since it began, each with how often it was taken. */
    private synchronized List<String> steps() {
        Map<String, Long> counts = routes.stream()
                .collect(Collectors.groupingBy(route -> route, LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(count -> count.getValue() == 1 ? count.getKey() : count.getKey() + " x" + count.getValue())
                .toList();
    }

    @Override
    public String toString() {
        List<String> steps = steps();
        return steps.isEmpty() ? "no route" : String.join(" > ", steps);
    }
}
