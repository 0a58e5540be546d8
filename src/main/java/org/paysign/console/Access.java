package org.paysign.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Set;
import javax.management.ObjectName;
import org.jolokia.server.core.restrictor.policy.PolicyRestrictor;
import org.jolokia.server.core.service.api.Restrictor;
import org.jolokia.server.core.util.HttpMethod;
import org.jolokia.server.core.util.RequestType;
import org.jspecify.annotations.Nullable;
import org.paysign.http.Visitor;

/**
 * Who may read and press what: nothing but what the two policies in the jar name, the operator's only for him, and
 * nothing at all for a thread that works for nobody.
 */
final class Access implements Restrictor {

    private static final Set<RequestType> COMMANDS =
            EnumSet.of(RequestType.LIST, RequestType.SEARCH, RequestType.VERSION);

    /** Every MBean that shows something shows this, so that the policies name it. */
    private static final String ANY = "ObjectName";

    private final Restrictor everybody;
    private final Restrictor operators;

    private Access(Restrictor everybody, Restrictor operators) {
        this.everybody = everybody;
        this.operators = operators;
    }

    /** Reads the policies; without one of them, or with one that leaves something open, PaySign does not start. */
    static Access load() {
        return new Access(policy("access-everybody.xml"), policy("access-operator.xml"));
    }

    /** A policy, which must name its commands: without that Jolokia allows all. */
    static Restrictor policy(String name) {
        try (InputStream file = Access.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is not in PaySign's jar: without it nothing would be denied");
            }
            Restrictor policy = new PolicyRestrictor(file);
            for (RequestType type : RequestType.values()) {
                if (policy.isTypeAllowed(type) && !COMMANDS.contains(type)) {
                    throw new IllegalStateException(name + " allows " + type.getName() + " for every MBean");
                }
            }
            return policy;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public boolean isHttpMethodAllowed(HttpMethod method) {
        return method == HttpMethod.GET || method == HttpMethod.POST;
    }

    @Override
    public boolean isTypeAllowed(RequestType type) {
        return Visitor.current() != null && COMMANDS.contains(type);
    }

    @Override
    public boolean isAttributeReadAllowed(ObjectName name, String attribute) {
        return Visitor.current() != null && !name.isPattern() && everybody.isAttributeReadAllowed(name, attribute);
    }

    @Override
    public boolean isAttributeWriteAllowed(ObjectName name, String attribute) {
        return false;
    }

    @Override
    public boolean isOperationAllowed(ObjectName name, String operation) {
        Visitor visitor = Visitor.current();
        return visitor != null
                && (onlyReads(name, operation)
                        || (visitor.isOperator()
                                && !name.isPattern()
                                && operators.isOperationAllowed(name, operation)));
    }

    /** Whether an operation is one that everybody may press, because it changes nothing. */
    boolean onlyReads(ObjectName name, String operation) {
        return !name.isPattern() && everybody.isOperationAllowed(name, operation);
    }

    @Override
    public boolean isObjectNameHidden(ObjectName name) {
        return !isAttributeReadAllowed(name, ANY);
    }

    /** The network is the server's affair. */
    @Override
    public boolean isRemoteAccessAllowed(String... hostOrAddress) {
        return true;
    }

    /** Jolokia's answer to other origins is not used: {@link SameOrigin} refuses them all. */
    @Override
    public boolean isOriginAllowed(@Nullable String origin, boolean onlyWhenStrict) {
        return false;
    }
}
