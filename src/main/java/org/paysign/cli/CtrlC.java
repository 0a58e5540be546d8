package org.paysign.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Turns Ctrl-C into an interrupt of one thread, and lets that thread tidy up before the JVM ends. */
final class CtrlC {

    private static final int PATIENCE_SECONDS = 40;

    private final CountDownLatch tidied = new CountDownLatch(1);
    private final Thread hook;

    private CtrlC(Thread worker) {
        hook = new Thread(
                () -> {
                    worker.interrupt();
                    awaitTidied();
                },
                "ctrl-c");
    }

    static CtrlC interrupts(Thread worker) {
        CtrlC ctrlC = new CtrlC(worker);
        Runtime.getRuntime().addShutdownHook(ctrlC.hook);
        return ctrlC;
    }

    private void awaitTidied() {
        try {
            if (!tidied.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("paysign: did not stop within " + PATIENCE_SECONDS + " s");
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    /** The thread has tidied up. */
    void release() {
        tidied.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The JVM is on its way down, and the hook no longer waits.
        }
    }
}
