package org.paysign.benchmark;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What PaySign is measured by, always the same eight in the same order; NaN where a part was not run. */
record Ratios(Map<String, Double> values) {

    static Ratios of(Figures figures) {
        double openssl = figures.median("openssl a second");
        double embedded = figures.median("embedded a second");
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("pipeline_embedded_over_openssl", embedded / openssl);
        values.put("pipeline_production_over_openssl", figures.median("production a second") / openssl);
        values.put("pipeline_embedded_over_sdk", embedded / figures.median("sdk a second"));
        values.put("results_over_pipeline", figures.median("results"));
        values.put("claim_1m_over_10k", figures.median("claim"));
        values.put("p99_over_median", figures.median("p99"));
        values.put("start_over_empty", figures.median("start"));
        values.put("start_archive_over_plain", figures.median("archive"));
        return new Ratios(values);
    }

    /** One line for machines. */
    String line() {
        return values.entrySet().stream()
                .map(ratio -> ratio.getKey() + "=" + text(ratio.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static String text(double ratio) {
        return Double.isNaN(ratio) ? "nan" : String.format(Locale.ROOT, "%.3f", ratio);
    }
}
