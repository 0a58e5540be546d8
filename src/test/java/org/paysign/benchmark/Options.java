package org.paysign.benchmark;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Option;

/** What the benchmark was asked for. */
final class Options {

    @Option(names = "--runs", defaultValue = "3", description = "Rounds, each with everything once.")
    private int runs;

    @Option(names = "--messages", defaultValue = "40000", description = "Messages of one measured drain.")
    private int messages;

    @Option(names = "--seconds", defaultValue = "5", description = "How long each bare signer runs.")
    private int seconds;

    @Option(
            names = "--latency-seconds",
            defaultValue = "25",
            description = "How long requests are sent at a fifth of the rate.")
    private int latencySeconds;

    @Option(names = "--only", split = ",", description = "Only these: ${COMPLETION-CANDIDATES}. Without it, all.")
    private Set<Part> only = Set.of();

    @Option(names = "-D", description = "A key of the configuration that is to differ from what is shipped.")
    private Map<String, String> keys = new LinkedHashMap<>();

    @Option(names = "--profile", description = "Writes flame graphs and the methods that compute to target/benchmark.")
    private boolean profile;

    @Option(names = "--write-page", description = "Writes figures and chart to src/site, as they are published.")
    private boolean page;

    int runs() {
        return runs;
    }

    int messages() {
        return messages;
    }

    int seconds() {
        return seconds;
    }

    int latencySeconds() {
        return latencySeconds;
    }

    Map<String, String> keys() {
        return keys;
    }

    boolean profile() {
        return profile;
    }

    boolean page() {
        return page;
    }

    boolean has(Part part) {
        return Part.chosen(only).contains(part);
    }

    /** So many go through at a time before anything is measured, for the compilers to settle. */
    int warmUp() {
        return Math.max(messages / 2, 1000);
    }
}
