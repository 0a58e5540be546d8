package org.paysign.monitoring;

import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** One of PaySign's checks. None speaks of liveness: a restart brings no database back. */
final class Check extends AbstractHealthCheck {

    private final boolean readiness;
    private final Consumer<HealthCheckResultBuilder> look;

    /**
     * A check.
     *
     * @param readiness whether PaySign cannot work without; what else is wrong needs a person and not another instance
     * @param look says up or down; throws {@link IllegalStateException} with a sentence for down
     */
    Check(String id, boolean readiness, Consumer<HealthCheckResultBuilder> look) {
        super("paysign", id);
        this.readiness = readiness;
        this.look = look;
    }

    @Override
    public boolean isReadiness() {
        return readiness;
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder result, Map<String, Object> options) {
        try {
            look.accept(result);
        } catch (IllegalStateException away) {
            result.detail(HealthPages.MESSAGE, String.valueOf(away.getMessage()))
                    .down();
        }
    }
}
