package org.paysign.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What a claim costs with ten thousand, a hundred thousand and a million agreements stored; no part of verify. */
@EnabledIfSystemProperty(named = "store.cost", matches = "true")
class ClaimCostTest {

    @Test
    void staysTheSameHoweverManyAreStored() {
        try (ClaimCost cost = new ClaimCost(10_000, 100_000, 1_000_000)) {
            ClaimCost.Medians claims = cost.claims();
            ClaimCost.Medians scans = cost.scans();
            claims.micros()
                    .forEach((size, micros) -> System.out.printf(
                            "%,9d agreements: claim %.0f us a row, scan of the lanes %.0f us%n",
                            size, micros, scans.micros().get(size)));
            double ratio = claims.ratio(1_000_000, 10_000);
            System.out.printf("claim at 1,000,000 against 10,000: %.2f%n", ratio);
            System.out.printf("scan at 1,000,000 against 10,000: %.2f%n", scans.ratio(1_000_000, 10_000));
            assertThat(ratio).as("the target").isLessThan(1.3);
        }
    }
}
