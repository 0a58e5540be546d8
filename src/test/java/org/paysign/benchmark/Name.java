package org.paysign.benchmark;

import java.util.Locale;

/** What figures are called; those of a set-up begin with its name. */
enum Name {
    RATE("requests a second"),
    CPU("ms of CPU a request"),
    RESULTS("results a second"),
    RESULT_CPU("ms of CPU a result"),
    NOTICES("notices a second"),
    P50("ms to the reply, median"),
    P99("ms to the reply, p99"),
    P999("ms to the reply, p99.9"),
    READY("seconds to the first start"),
    REST("MiB at rest"),
    LOAD("MiB under load"),
    PEAK("MiB at most"),
    STAGE("ms of CPU a request in");

    static final String OPENSSL = "openssl, signatures a second";
    static final String SDK = "SDK, calls a second";
    static final String START_PLAIN = "run, seconds to ready";
    static final String START_EMPTY = "empty Camel, seconds to ready";
    static final String START_ARCHIVE = "run with class archive, seconds to ready";

    private final String text;

    Name(String text) {
        this.text = text;
    }

    String in(Part setup) {
        return setup + ", " + text;
    }

    String in(Part setup, String what) {
        return in(setup) + " " + what;
    }

    static String claim(int stored) {
        return String.format(Locale.ROOT, "us a claimed row, %,d stored", stored);
    }
}
