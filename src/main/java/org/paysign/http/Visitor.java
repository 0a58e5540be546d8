package org.paysign.http;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Who has logged in on the management port; known to the thread that works for him. */
public final class Visitor {

    private static final ThreadLocal<Visitor> CURRENT = new ThreadLocal<>();

    private final String name;
    private final boolean operator;
    private final String address;

    /**
     * Somebody whose password was right.
     *
     * @param operator whether he may press, and not only read
     * @param address of the machine he comes from
     */
    public Visitor(String name, boolean operator, String address) {
        this.name = name;
        this.operator = operator;
        this.address = address;
    }

    public String name() {
        return name;
    }

    public boolean isOperator() {
        return operator;
    }

    public String address() {
        return address;
    }

    /** For whom this thread works, if it works for somebody. */
    public static @Nullable Visitor current() {
        return CURRENT.get();
    }

    /** Does something in his name. */
    public <T> T during(Callable<T> work) throws Exception {
        CURRENT.set(this);
        try {
            return work.call();
        } finally {
            CURRENT.remove();
        }
    }
}
