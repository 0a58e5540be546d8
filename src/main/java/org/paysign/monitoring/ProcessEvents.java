package org.paysign.monitoring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.logging.Log4j2Metrics;

/** Counts garbage collections and lines of the log by level; both listen, so they are told when to stop. */
public final class ProcessEvents implements AutoCloseable {

    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final Log4j2Metrics lines = new Log4j2Metrics();

    public ProcessEvents(MeterRegistry meters) {
        collections.bindTo(meters);
        lines.bindTo(meters);
    }

    @Override
    public void close() {
        lines.close();
        collections.close();
    }
}
