package org.paysign.monitoring;

import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import org.apache.camel.CamelContext;
import org.paysign.store.Database;

/** Where this process counts and measures, for Prometheus. */
public final class Meters {

    private Meters() {}

    /** A registry that knows the JVM and the database's pool already. */
    public static PrometheusMeterRegistry of(Database database) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        List.of(
                        new JvmMemoryMetrics(),
                        new JvmThreadMetrics(),
                        new ClassLoaderMetrics(),
                        new ProcessorMetrics(),
                        new FileDescriptorMetrics(),
                        new UptimeMetrics())
                .forEach(binder -> bind(registry, binder));
        Gauge.builder("paysign.build.info", () -> 1)
                .description("What runs here; always 1")
                .tag("version", version(Meters.class))
                .tag("camel", version(CamelContext.class))
                .tag("java", Runtime.version().toString())
                .register(registry);
        database.trackedBy(new MicrometerMetricsTrackerFactory(registry));
        return registry;
    }

    private static String version(Class<?> ofItsJar) {
        String version = ofItsJar.getPackage().getImplementationVersion();
        return version == null ? "from sources" : version;
    }

    private static void bind(MeterRegistry registry, MeterBinder binder) {
        binder.bindTo(registry);
    }
}
