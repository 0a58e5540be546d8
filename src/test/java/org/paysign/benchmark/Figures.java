package org.paysign.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was measured, a value for each round, in the order in which the names appeared. Not for several threads. */
final class Figures {

    private final Map<String, List<Double>> values = new LinkedHashMap<>();

    void add(String name, double value) {
        values.computeIfAbsent(name, unknown -> new ArrayList<>()).add(value);
    }

    Set<String> names() {
        return Collections.unmodifiableSet(values.keySet());
    }

    /** The values of one name, a round each; none if it was not measured. */
    List<Double> of(String name) {
        return List.copyOf(values.getOrDefault(name, List.of()));
    }

    Spread spread(String name) {
        return Spread.of(of(name));
    }

    /** NaN if it was not measured. */
    double median(String name) {
        return spread(name).median();
    }
}
