package org.paysign.benchmark;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What PaySign is measured by, always the same eight in the same order; NaN where a part was not run. */
record Ratios(Map<String, Spread> values) {

    static Ratios of(Figures figures) {
        Map<String, Spread> values = new LinkedHashMap<>();
        String embedded = Name.RATE.in(Part.EMBEDDED);
        String production = Name.RATE.in(Part.PRODUCTION);
        values.put("pipeline_embedded_over_openssl", figures.ratio(embedded, Name.OPENSSL));
        values.put("pipeline_production_over_openssl", figures.ratio(production, Name.OPENSSL));
        values.put("pipeline_embedded_over_sdk", figures.ratio(embedded, Name.SDK));
        Spread results = figures.ratio(Name.RESULTS.in(Part.EMBEDDED), embedded);
        values.put("results_over_pipeline", results.lower(figures.ratio(Name.RESULTS.in(Part.PRODUCTION), production)));
        values.put("claim_1m_over_10k", figures.ratio(Name.claim(1_000_000), Name.claim(10_000)));
        Spread late = figures.ratio(Name.P99.in(Part.EMBEDDED), Name.P50.in(Part.EMBEDDED));
        values.put(
                "p99_over_median",
                late.higher(figures.ratio(Name.P99.in(Part.PRODUCTION), Name.P50.in(Part.PRODUCTION))));
        values.put("start_over_empty", figures.ratio(Name.START_PLAIN, Name.START_EMPTY));
        values.put("start_archive_over_plain", figures.ratio(Name.START_ARCHIVE, Name.START_PLAIN));
        return new Ratios(values);
    }

    Spread of(String key) {
        return values.getOrDefault(key, Spread.NONE);
    }

    /** One line for machines. */
    String line() {
        return values.entrySet().stream()
                .map(ratio -> ratio.getKey() + "=" + text(ratio.getValue().median()))
                .collect(Collectors.joining(" "));
    }

    private static String text(double ratio) {
        return Double.isNaN(ratio) ? "nan" : String.format(Locale.ROOT, "%.3f", ratio);
    }
}
