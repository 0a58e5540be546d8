package org.paysign.cli;

import org.jspecify.annotations.Nullable;

/** Finds the sentence in a heap of causes that says what to do. */
final class Causes {

    private Causes() {}

    /** Our own words if any cause has them, else the innermost message. */
    static String sentence(Throwable failure) {
        String last = failure.toString();
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null) {
                last = cause.getMessage();
            }
            if (cause.getClass() == IllegalStateException.class && isOurs(cause)) {
                return last;
            }
        }
        return last;
    }

    private static boolean isOurs(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        return trace.length > 0 && trace[0].getClassName().startsWith("org.paysign.");
    }
}
