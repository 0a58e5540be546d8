package org.paysign.benchmark;

import java.util.Map;
import java.util.Set;

/**
 * What the benchmark was asked for.
 *
 * @param runs rounds, each with everything once
 * @param messages of one measured drain
 * @param seconds of the bare signers
 * @param keys of the configuration that are to differ from what is shipped
 */
record Options(Set<Part> only, Map<String, String> keys, int runs, int messages, int seconds) {

    boolean has(Part part) {
        return only.isEmpty() || only.contains(part);
    }

    /** So many go through before anything is measured: the compilers have settled after them. */
    int warmUp() {
        return Math.max(messages / 2, 1000);
    }
}
