package org.paysign.process;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Threads that keep what went wrong in them, for the test to see. */
final class Worker implements AutoCloseable {

    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final ExecutorService threads;

    Worker(int count) {
        threads = Executors.newFixedThreadPool(count);
    }

    @SuppressWarnings("CatchingUnchecked") // whatever it is, the test has to see it
    void execute(Task task) {
        threads.execute(() -> {
            try {
                task.run();
            } catch (Exception | AssertionError failure) {
                failures.add(failure);
            }
        });
    }

    List<Throwable> failures() {
        return failures;
    }

    /** Does what was asked for before, then ends. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(30, TimeUnit.SECONDS)) {
                threads.shutdownNow();
                failures.add(new AssertionError("A worker did not come to its end"));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What threads do. */
    interface Task {
        void run() throws Exception;
    }
}
