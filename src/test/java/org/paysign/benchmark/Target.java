package org.paysign.benchmark;

import java.util.List;

/** What a ratio is to be: at least or at most so much. */
record Target(String key, String meaning, double bound, boolean atLeast) {

    static final List<Target> ALL = List.of(
            new Target("pipeline_embedded_over_openssl", "requests against bare signatures, embedded", 0.50, true),
            new Target("pipeline_production_over_openssl", "requests against bare signatures, production", 0.42, true),
            new Target("pipeline_embedded_over_sdk", "requests against the SDK's bare call, embedded", 2, true),
            new Target("results_over_pipeline", "results against requests, the slower set-up", 1.5, true),
            new Target("claim_1m_over_10k", "time a claimed row, 1,000,000 stored against 10,000", 1.3, false),
            new Target("p99_over_median", "latency at a fifth of the rate, the worse set-up", 10, false),
            new Target("start_over_empty", "start of `run` against an empty Camel", 3, false),
            new Target("start_archive_over_plain", "start with the class archive against without", 0.5, false));

    String text() {
        return (atLeast ? "at least " : "at most ") + Decimal.of(bound);
    }

    /** Nothing is met by what was not measured. */
    boolean isMet(double ratio) {
        return atLeast ? ratio >= bound : ratio <= bound;
    }
}
