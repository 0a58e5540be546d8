package org.paysign.cli.demo;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;

/** Prints a line a scenario and keeps count; safe for use by several threads. */
final class Report {

    private final long start = System.nanoTime();
    private final PrintWriter out;
    private int played;
    private int elsewhere;

    Report(PrintWriter out) {
        this.out = out;
    }

    synchronized void add(Scenario scenario, Trail trail, Ending ending, long nanos) {
        boolean kept = ending.equals(scenario.promised()) && trail.passes(scenario.via());
        played++;
        elsewhere += kept ? 0 : 1;
        out.printf(
                "%-5s %-16s %5.1f s  %s | %s | %s%s%n",
                kept ? "ok" : "WRONG",
                scenario.name(),
                seconds(nanos),
                scenario.in(),
                trail,
                ending,
                kept ? "" : " | promised: by " + scenario.via() + " to " + scenario.promised());
        out.flush();
    }

    /** Prints the last line and says whether all ended as promised. */
    synchronized boolean sum(String run) {
        out.printf(
                "demo %s: %d scenarios in %.0f s, %s%n",
                run,
                played,
                seconds(System.nanoTime() - start),
                elsewhere == 0
                        ? "all ended as promised"
                        : elsewhere + " ended elsewhere; -Dpaysign.log.level=info shows the bundle's log");
        out.flush();
        return elsewhere == 0;
    }

    private static double seconds(long nanos) {
        return nanos / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
