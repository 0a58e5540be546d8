package org.paysign.cli.watch;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** How much a person can follow: so many things a second, and no more. Safe for use by several threads. */
final class Attention {

    private static final long SECOND = 1_000_000_000L;

    private final int most;
    private final LongSupplier nanoTime;
    private final AtomicLong second = new AtomicLong();
    private final AtomicLong seen = new AtomicLong();

    /** @param nanoTime as {@link System#nanoTime} */
    Attention(int most, LongSupplier nanoTime) {
        this.most = most;
        this.nanoTime = nanoTime;
    }

    /** Whether one more is followed in this second. */
    boolean takes() {
        long now = Math.floorDiv(nanoTime.getAsLong(), SECOND);
        long before = second.get();
        if (now != before && second.compareAndSet(before, now)) {
            seen.set(0);
        }
        return seen.get() < most && seen.incrementAndGet() <= most;
    }
}
