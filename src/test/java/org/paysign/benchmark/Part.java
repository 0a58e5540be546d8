package org.paysign.benchmark;

import java.util.Locale;

/** What can be measured by itself. */
enum Part {
    /** The bare signature, the measure of everything else. */
    OPENSSL,
    /** The official SDK signing on as many threads as there are cores. */
    SDK,
    /** The pipeline in the sandbox: H2 and a broker inside the process. */
    EMBEDDED,
    /** The pipeline against PostgreSQL and a broker over TCP. */
    PRODUCTION;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
