package org.paysign.sandbox;

import java.nio.file.Path;

/**
 * How the embedded broker is started: {@code port} 0 takes any free one, {@code portKey} is the configuration key named
 * when the port is taken, {@code vmId} is the number in {@code vm://<id>}.
 */
public record BrokerSettings(Path dataDir, int port, String portKey, String user, String password, int vmId) {

    public BrokerSettings {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port must be 0 to 65535");
        }
        if (user.isBlank() || password.isBlank()) {
            throw new IllegalArgumentException("user and password must not be blank");
        }
        if (vmId < 0) {
            throw new IllegalArgumentException("vmId must not be negative");
        }
    }

    @Override
    public String toString() {
        return "BrokerSettings[" + dataDir + ", " + port + ", vm://" + vmId + "]";
    }
}
