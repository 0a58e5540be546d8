package org.paysign.monitoring;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.paysign.http.Page;

/** What the management port shows. */
public final class ManagementPages {

    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private ManagementPages() {}

    /** Health and metrics, by their paths. */
    public static Map<String, Supplier<Page>> of(
            HealthPages health, PrometheusMeterRegistry registry, Figures figures, HealthMeters states) {
        Map<String, Supplier<Page>> pages = new TreeMap<>(health.pages());
        pages.put("/observe/metrics", () -> {
            figures.refresh();
            states.refresh();
            return new Page(200, TEXT, registry.scrape());
        });
        return pages;
    }
}
