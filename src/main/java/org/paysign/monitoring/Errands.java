package org.paysign.monitoring;

import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what operators order, one thing at a time: what is quickly done is answered at once, what takes longer goes on by
 * itself. Each leaves two lines in the log, of who ordered what, and of what came of it.
 */
public final class Errands implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Errands.class);

    private final Clock clock;
    private final long patienceMillis;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "errands");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable Errand current;
    private volatile String last = "";

    /**
     * Nothing is ordered yet.
     *
     * @param patienceMillis how long somebody waits for the end of what he ordered
     */
    public Errands(Clock clock, long patienceMillis) {
        this.clock = clock;
        this.patienceMillis = patienceMillis;
    }

    /** Does it, or begins to; with another one on its way nothing happens. */
    String order(String name, Function<Errand, String> work) {
        Errand errand;
        Future<String> result;
        String who = Caller.name();
        synchronized (this) {
            if (current != null) {
                return "Nothing is done: " + current + "; wait for its end, or press cancelWork.";
            }
            errand = new Errand(name, clock);
            current = errand;
            LOG.info("Operator {} ordered {}", who, name);
            result = worker.submit(() -> carryOut(errand, work));
        }
        try {
            return result.get(patienceMillis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            return "Goes on by itself: " + errand + "; see the attributes Work...";
        } catch (ExecutionException broken) {
            LOG.error("{} failed", name, broken);
            throw new IllegalStateException(name + " failed: see the log");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return "PaySign is stopping.";
        }
    }

    private String carryOut(Errand errand, Function<Errand, String> work) {
        String sentence;
        try {
            sentence = work.apply(errand) + (errand.isGivenUp() ? " It was given up before its end." : "");
        } catch (RuntimeException broken) {
            LOG.debug("{} failed", errand.name(), broken);
            sentence = "Failed after " + errand.done() + ": "
                    + (broken instanceof IllegalStateException
                            ? broken.getMessage()
                            : broken.getClass().getSimpleName() + "; is the database there? Press it again later.");
        } finally {
            synchronized (this) {
                current = null;
            }
        }
        LOG.info("{} ended: {}", errand.name(), sentence);
        last = errand.name() + ": " + sentence;
        return sentence;
    }

    /** What is being done, if anything. */
    synchronized Errand current() {
        return current == null ? new Errand("", clock) : current;
    }

    /** What came of the last one. */
    String last() {
        return last;
    }

    /** Gives up what is being done after its present part. */
    synchronized String giveUp() {
        if (current == null) {
            return "There is nothing to cancel.";
        }
        LOG.info("Operator {} cancelled {}", Caller.name(), current.name());
        current.giveUp();
        return "It ends after its present part: " + current + ".";
    }

    @Override
    public void close() {
        synchronized (this) {
            if (current != null) {
                current.giveUp();
            }
        }
        worker.shutdown();
    }
}
