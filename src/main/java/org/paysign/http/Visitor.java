package org.paysign.http;

import java.security.Principal;
import java.util.Set;
import java.util.function.Supplier;
import javax.security.auth.Subject;
import org.jspecify.annotations.Nullable;

/** Who has logged in on the management port; known to the thread that works for him. */
public final class Visitor implements Principal {

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

    @Override
    public String getName() {
        return name;
    }

    public boolean isOperator() {
        return operator;
    }

    public String address() {
        return address;
    }

    /** For whom this thread works, if it works for a visitor. */
    public static @Nullable Visitor current() {
        Subject subject = Subjects.current();
        return subject == null
                ? null
                : subject.getPrincipals(Visitor.class).stream().findFirst().orElse(null);
    }

    /** Does something in his name. */
    public <T> T during(Supplier<T> work) {
        return Subjects.during(new Subject(true, Set.of(this), Set.of(), Set.of()), work);
    }
}
