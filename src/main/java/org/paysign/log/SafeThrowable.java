package org.paysign.log;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A failure as the log may show it: the same class name, frames, causes and suppressed ones, with masked texts. */
final class SafeThrowable extends Throwable {

    private static final int DEEPEST = 32;

    private final String name;

    private SafeThrowable(String name, @Nullable String message, @Nullable Throwable cause) {
        super(message, cause, true, true);
        this.name = name;
    }

    static SafeThrowable of(Throwable original) {
        return of(original, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static SafeThrowable of(Throwable original, Set<Throwable> seen) {
        if (!seen.add(original) || seen.size() > DEEPEST) {
            return empty(new SafeThrowable(original.getClass().getName(), "(see above)", null));
        }
        Throwable cause = original.getCause();
        SafeThrowable safe = new SafeThrowable(
                original.getClass().getName(), text(original), cause == null ? null : of(cause, seen));
        safe.setStackTrace(original.getStackTrace());
        for (Throwable suppressed : original.getSuppressed()) {
            safe.addSuppressed(of(suppressed, seen));
        }
        return safe;
    }

    private static SafeThrowable empty(SafeThrowable repeated) {
        repeated.setStackTrace(new StackTraceElement[0]);
        return repeated;
    }

    private static @Nullable String text(Throwable original) {
        try {
            String message = original.getLocalizedMessage();
            return message == null ? null : Masking.of(message);
        } catch (RuntimeException unreadable) {
            return "(its text cannot be read)";
        }
    }

    /** The class of the failure this stands for. */
    String name() {
        return name;
    }

    // Its own class would hide that of the failure it stands for.
    @SuppressWarnings("OverrideThrowableToString")
    @Override
    public String toString() {
        return getMessage() == null ? name : name + ": " + getMessage();
    }
}
