package org.paysign.http;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javax.security.auth.Subject;
import org.jspecify.annotations.Nullable;

/** For whom a thread works: Java 18 has methods for it, and newer ones no longer have those of Java 17. */
public final class Subjects {

    private static final @Nullable Method CURRENT = method("current");
    private static final @Nullable Method CALL_AS = method("callAs", Subject.class, Callable.class);

    private Subjects() {}

    /** Whoever was let in by the console or by JMX, if somebody was. */
    @SuppressWarnings("removal")
    public static @Nullable Subject current() {
        return CURRENT == null ? Subject.getSubject(AccessController.getContext()) : (Subject) invoke(CURRENT);
    }

    /** Works for somebody; the work throws nothing. */
    @SuppressWarnings({"removal", "unchecked"})
    static <T> T during(Subject subject, Supplier<T> work) {
        if (CALL_AS == null) {
            return Subject.doAs(subject, (PrivilegedAction<T>) work::get);
        }
        Callable<T> call = work::get;
        return (T) Objects.requireNonNull(invoke(CALL_AS, subject, call));
    }

    private static @Nullable Object invoke(Method method, Object... arguments) {
        try {
            return method.invoke(null, arguments);
        } catch (IllegalAccessException | InvocationTargetException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static @Nullable Method method(String name, Class<?>... parameters) {
        try {
            return Subject.class.getMethod(name, parameters);
        } catch (NoSuchMethodException java17) {
            return null;
        }
    }
}
