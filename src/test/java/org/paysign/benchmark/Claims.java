package org.paysign.benchmark;

import org.paysign.store.ClaimCost;

/** Asking for what is due, with more and more stored; the stores are made once. */
final class Claims {

    private Claims() {}

    static void measure(Figures figures, int rounds) {
        try (ClaimCost cost = new ClaimCost(10_000, 100_000, 1_000_000)) {
            for (int round = 1; round <= rounds; round++) {
                figures.beginRound(round);
                cost.claims().micros().forEach((stored, micros) -> figures.add(Name.claim(stored), micros));
            }
        }
    }
}
