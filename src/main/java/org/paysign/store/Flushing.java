package org.paysign.store;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Has H2 put on the disk what it has written. A commit is with the operating system at once, so a process that dies loses
 * nothing without this. But the system would put the writing off for half a minute and then do all of it, and whatever the
 * broker commits meanwhile waits. It also bounds what a machine loses that loses its power.
 */
final class Flushing implements AutoCloseable {

    static final String THREAD = "paysign-h2-flush";

    private static final Logger LOG = LoggerFactory.getLogger(Flushing.class);
    private static final long EVERY_MILLIS = 1_000;

    private static final long PATIENCE_MILLIS = 10_000;

    private final JdbcTemplate h2;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, THREAD);
        thread.setDaemon(true);
        return thread;
    });

    /** Of the clock's thread alone. */
    private boolean failing;

    private Flushing(JdbcTemplate h2) {
        this.h2 = h2;
    }

    static Flushing start(JdbcTemplate h2) {
        Flushing flushing = new Flushing(h2);
        var unused = flushing.clock.scheduleWithFixedDelay(
                flushing::flush, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return flushing;
    }

    private void flush() {
        try {
            h2.execute("CHECKPOINT SYNC");
            if (failing) {
                LOG.info("H2 is flushed again");
            }
            failing = false;
        } catch (DataAccessException failure) {
            // Commits go on: they are content with the operating system, so nobody else would tell of it.
            if (!failing) {
                LOG.warn(
                        "H2 cannot be flushed ({}): a power cut may lose what was answered. Look at the disk of"
                                + " paysign.data.dir; it is tried every second",
                        failure.getClass().getSimpleName());
            }
            failing = true;
        }
    }

    /** Without interrupting it: a thread that is interrupted while it writes closes H2's file. */
    @Override
    public void close() {
        clock.shutdown();
        try {
            if (!clock.awaitTermination(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.warn("H2 is still being flushed");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
