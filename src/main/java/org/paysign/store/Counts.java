package org.paysign.store;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.paysign.agreement.State;

/**
 * What is stored at a moment; ages are told by the database's clock.
 *
 * @param agreements by merchant and state; what is not there is left out
 * @param outcomes by status, of which there are PENDING, DELIVERED and PARKED
 * @param oldestUnknown how long the oldest UNKNOWN agreement has been so, zero if there is none
 * @param oldestPending how long the oldest outcome has waited for its endpoint, zero if there is none
 */
public record Counts(
        Map<String, Map<State, Long>> agreements,
        Map<String, Long> outcomes,
        Duration oldestUnknown,
        Duration oldestPending) {
    public Counts {
        Map<String, Map<State, Long>> copy = new TreeMap<>();
        agreements.forEach((merchant, states) -> copy.put(merchant, Map.copyOf(states)));
        agreements = Map.copyOf(copy);
        outcomes = Map.copyOf(outcomes);
    }

    /** All merchants' agreements in a state. */
    public long agreements(State state) {
        return agreements.values().stream()
                .mapToLong(states -> states.getOrDefault(state, 0L))
                .sum();
    }

    /** A merchant's agreements by state, all states. */
    public Map<State, Long> of(String merchant) {
        Map<State, Long> states = new EnumMap<>(State.class);
        for (State state : State.values()) {
            states.put(state, agreements.getOrDefault(merchant, Map.of()).getOrDefault(state, 0L));
        }
        return states;
    }

    /** Outcomes of a status. */
    public long outcomes(String status) {
        return outcomes.getOrDefault(status, 0L);
    }
}
