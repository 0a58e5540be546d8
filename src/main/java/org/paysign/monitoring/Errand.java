package org.paysign.monitoring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Work that an operator ordered, as far as it has come; safe for use by several threads. */
final class Errand {

    private final String name;
    private final Clock clock;
    private final Instant begun;
    private volatile long done;
    private volatile long total;
    private volatile boolean givenUp;

    Errand(String name, Clock clock) {
        this.name = name;
        this.clock = clock;
        this.begun = clock.instant();
    }

    String name() {
        return name;
    }

    long done() {
        return done;
    }

    long total() {
        return total;
    }

    /** Tells how far it has come; by the one thread that works. */
    void reached(long nowDone, long ofTotal) {
        done = nowDone;
        total = ofTotal;
    }

    /** Asked between two parts of the work. */
    boolean isGivenUp() {
        return givenUp;
    }

    void giveUp() {
        givenUp = true;
    }

    /** Parts a second, so far. */
    double rate() {
        long millis = Math.max(1, Duration.between(begun, clock.instant()).toMillis());
        return done * 1_000.0 / millis;
    }

    /** Seconds to go at this rate; -1 while nobody can tell. */
    long secondsLeft() {
        double rate = rate();
        return rate == 0 ? -1 : (long) Math.ceil(Math.max(0, total - done) / rate);
    }

    @Override
    public String toString() {
        return name + ", " + done + " of " + total + " done";
    }
}
