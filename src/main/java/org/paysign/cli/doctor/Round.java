package org.paysign.cli.doctor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** All looks at the same time, so that the slowest tells how long it takes, and none takes longer than its patience. */
public record Round(List<Look> looks, Duration patience) {

    public Round {
        looks = List.copyOf(looks);
    }

    /** The findings in the order of the looks. */
    public List<Finding> findings() throws InterruptedException {
        ExecutorService threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "doctor");
            thread.setDaemon(true);
            return thread;
        });
        try {
            long end = System.nanoTime() + patience.toNanos();
            List<Future<List<Finding>>> running =
                    looks.stream().map(look -> threads.submit(look.eyes())).toList();
            List<Finding> findings = new ArrayList<>();
            for (int i = 0; i < looks.size(); i++) {
                findings.addAll(ended(looks.get(i), running.get(i), end - System.nanoTime()));
            }
            return findings;
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Finding> ended(Look look, Future<List<Finding>> running, long left) throws InterruptedException {
        try {
            return running.get(Math.max(left, 0), TimeUnit.NANOSECONDS);
        } catch (TimeoutException slow) {
            return List.of(Finding.fail(
                    look.name(),
                    "no answer within " + patience.toSeconds() + " s",
                    "See whether a firewall drops what is sent there."));
        } catch (ExecutionException broken) {
            // Our own words name key and fix; those of drivers may repeat a URL.
            Throwable cause = Objects.requireNonNullElse(broken.getCause(), broken);
            String sentence = cause instanceof IllegalStateException
                    ? String.valueOf(cause.getMessage())
                    : "it cannot be looked at (" + cause.getClass().getSimpleName() + ")";
            return List.of(Finding.fail(look.name(), sentence, ""));
        }
    }

    @Override
    public String toString() {
        return "Round[]";
    }
}
