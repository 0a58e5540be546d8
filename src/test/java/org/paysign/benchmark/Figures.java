package org.paysign.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What was measured, a value for each round, in the order in which the names appeared. Not for several threads. */
final class Figures {

    private final Map<String, Map<Integer, Double>> values = new LinkedHashMap<>();
    private int round;

    void beginRound(int number) {
        round = number;
    }

    void add(String name, double value) {
        values.computeIfAbsent(name, unknown -> new TreeMap<>()).put(round, value);
    }

    Set<String> names() {
        return Collections.unmodifiableSet(values.keySet());
    }

    /** The values of one name; none if it was not measured. */
    List<Double> of(String name) {
        return List.copyOf(values.getOrDefault(name, Map.of()).values());
    }

    Spread spread(String name) {
        return Spread.of(of(name));
    }

    /** One over the other, in every round that has both: a machine that changes its mood changes both alike. */
    Spread ratio(String name, String below) {
        Map<Integer, Double> divisors = values.getOrDefault(below, Map.of());
        List<Double> ratios = new ArrayList<>();
        values.getOrDefault(name, Map.of()).forEach((number, value) -> {
            Double divisor = divisors.get(number);
            if (divisor != null) {
                ratios.add(value / divisor);
            }
        });
        return Spread.of(ratios);
    }
}
