package org.paysign.benchmark;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What can be measured by itself, in the order of a round. */
enum Part {
    /** The bare signature, the measure of everything else. */
    OPENSSL,
    /** The official SDK signing on as many threads as there are cores. */
    SDK,
    /** The pipeline in the sandbox: H2 and a broker inside the process. */
    EMBEDDED,
    /** The pipeline against PostgreSQL and a broker over TCP. */
    PRODUCTION,
    /** From a request that is sent to its reply, at a fifth of the pipeline's rate. */
    LATENCY,
    /** Verified results, to recorded outcomes. */
    RESULTS,
    /** Alipay's notices over HTTP. */
    NOTICES,
    /** Where the CPU of a request goes, by sampling. */
    STAGES,
    /** Process start to ready, against an empty Camel and with a class archive. */
    START,
    /** Asking for due agreements with many stored. */
    CLAIMS;

    private static final Set<Part> SETUPS = EnumSet.of(EMBEDDED, PRODUCTION);
    private static final Set<Part> IN_A_SETUP = EnumSet.of(LATENCY, RESULTS, NOTICES, STAGES);

    /** All if none is named; what happens inside a set-up brings the embedded one along. */
    static Set<Part> chosen(Set<Part> named) {
        Set<Part> chosen = named.isEmpty() ? EnumSet.allOf(Part.class) : EnumSet.copyOf(named);
        if (chosen.stream().anyMatch(IN_A_SETUP::contains) && chosen.stream().noneMatch(SETUPS::contains)) {
            chosen.add(EMBEDDED);
        }
        return chosen;
    }

    /** Whether it has a turn of its own in a round. */
    boolean hasTurn() {
        return !IN_A_SETUP.contains(this) && this != CLAIMS;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
