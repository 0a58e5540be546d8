package org.paysign.benchmark;

import java.util.List;

/** The middle of some rounds, and how far they lie apart; NaN where there are none. */
record Spread(double min, double median, double max) {

    static final Spread NONE = new Spread(Double.NaN, Double.NaN, Double.NaN);

    static Spread of(List<Double> values) {
        if (values.isEmpty()) {
            return NONE;
        }
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
        return new Spread(sorted.get(0), median, sorted.get(sorted.size() - 1));
    }

    boolean isKnown() {
        return !Double.isNaN(median);
    }

    /** The one with the lower median, of those that are known. */
    Spread lower(Spread other) {
        return !isKnown() || other.median < median ? other : this;
    }

    /** The one with the higher median, of those that are known. */
    Spread higher(Spread other) {
        return !isKnown() || other.median > median ? other : this;
    }
}
