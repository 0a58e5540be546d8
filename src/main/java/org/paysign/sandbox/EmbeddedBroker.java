package org.paysign.sandbox;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.jspecify.annotations.Nullable;

/** The sandbox's own Artemis: durable, behind a password, and reachable from this machine only. */
public final class EmbeddedBroker implements AutoCloseable {

    private static final String ACCEPTOR = "tcp";
    private static final String ROLE = "sandbox";
    private static final String DEAD_LETTERS = "DLQ";
    private static final String EXPIRED = "ExpiryQueue";
    private static final List<String> QUEUES = List.of(
            "paysign.sign.request",
            "paysign.sign.reply",
            "paysign.sign.result",
            "paysign.unsign.request",
            "paysign.parked",
            DEAD_LETTERS,
            EXPIRED);

    private final EmbeddedActiveMQ artemis;
    private final int port;

    private EmbeddedBroker(EmbeddedActiveMQ artemis, int port) {
        this.artemis = artemis;
        this.port = port;
    }

    /** Returns when the broker takes messages; a taken port or a data directory in use is an IllegalStateException. */
    public static EmbeddedBroker start(BrokerSettings settings) {
        probe(settings);
        if (JournalLock.isHeld(settings.dataDir().resolve("broker").resolve("journal"))) {
            throw refused(settings, null);
        }
        var artemis = new EmbeddedActiveMQ()
                .setConfiguration(configuration(settings))
                .setSecurityManager(oneUser(settings))
                .setMbeanServer(ManagementFactory.getPlatformMBeanServer());
        try {
            artemis.start();
            var server = artemis.getActiveMQServer();
            var acceptor = server.getRemotingService().getAcceptor(ACCEPTOR);
            if (server.isActive() && acceptor != null && acceptor.isStarted()) {
                return new EmbeddedBroker(artemis, acceptor.getActualPort());
            }
        } catch (Exception e) {
            throw stopped(artemis, refused(settings, e));
        }
        throw stopped(artemis, refused(settings, null));
    }

    public int port() {
        return port;
    }

    /** Stops the broker; what is durable is there again at the next start. */
    @Override
    public void close() {
        try {
            artemis.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The embedded broker did not stop cleanly", e);
        }
    }

    /** Artemis says little about a taken port, so it is asked for beforehand. */
    private static void probe(BrokerSettings settings) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()));
        } catch (IOException e) {
            throw TakenPort.named(settings.port(), settings.portKey(), e);
        }
    }

    private static Configuration configuration(BrokerSettings settings) {
        var directory = settings.dataDir().resolve("broker").toAbsolutePath();
        var configuration = new ConfigurationImpl()
                .setName("sandbox-" + settings.vmId())
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalDirectory(inside(directory, "journal"))
                .setBindingsDirectory(inside(directory, "bindings"))
                .setLargeMessagesDirectory(inside(directory, "large-messages"))
                .setPagingDirectory(inside(directory, "paging"))
                // What a lone commit waits for others; with the 3.3 ms of Artemis the wait is longer than the write.
                .setJournalBufferTimeout_NIO(300_000)
                // A second sandbox on the same data is refused soon instead of waiting for ever.
                .setJournalLockAcquisitionTimeout(3_000)
                // A developer's disk is often fuller than the 90 % above which Artemis silently blocks producers.
                .setMaxDiskUsage(-1)
                .setGlobalMaxSize(64L << 20)
                .setMessageExpiryScanPeriod(1_000)
                .setSecurityEnabled(true)
                .setJMXManagementEnabled(true)
                .addAddressSetting("#", addressSettings())
                .putSecurityRoles("#", Set.of(everyRight()));
        QUEUES.forEach(queue -> configuration.addAddressConfiguration(anycast(queue)));
        try {
            return configuration
                    .addAcceptorConfiguration("vm", "vm://" + settings.vmId())
                    .addAcceptorConfiguration(ACCEPTOR, "tcp://127.0.0.1:" + settings.port());
        } catch (Exception e) {
            throw new IllegalStateException("Artemis does not take the sandbox's acceptors", e);
        }
    }

    private static String inside(Path directory, String name) {
        return directory.resolve(name).toString();
    }

    private static CoreAddressConfiguration anycast(String name) {
        return new CoreAddressConfiguration()
                .setName(name)
                .addRoutingType(RoutingType.ANYCAST)
                .addQueueConfig(QueueConfiguration.of(name)
                        .setAddress(name)
                        .setRoutingType(RoutingType.ANYCAST)
                        .setDurable(true));
    }

    private static AddressSettings addressSettings() {
        return new AddressSettings()
                .setDeadLetterAddress(SimpleString.of(DEAD_LETTERS))
                .setExpiryAddress(SimpleString.of(EXPIRED))
                .setMaxDeliveryAttempts(2000)
                .setRedeliveryDelay(1_000)
                .setRedeliveryMultiplier(2.0)
                .setMaxRedeliveryDelay(60_000)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                .setMaxSizeBytes(16L << 20)
                .setAutoCreateAddresses(true)
                .setAutoCreateQueues(true);
    }

    private static Role everyRight() {
        return new Role(ROLE, true, true, true, true, true, true, true, true, true, true, true, true);
    }

    private static ActiveMQJAASSecurityManager oneUser(BrokerSettings settings) {
        return new ActiveMQJAASSecurityManager(
                InVMLoginModule.class.getName(),
                new SecurityConfiguration(
                        Map.of(settings.user(), settings.password()), Map.of(settings.user(), List.of(ROLE))));
    }

    private static IllegalStateException refused(BrokerSettings settings, @Nullable Exception cause) {
        return new IllegalStateException(
                "The embedded broker did not start: is " + settings.dataDir().resolve("broker")
                        + " used by another process, or the port of " + settings.portKey() + " taken meanwhile?",
                cause);
    }

    private static IllegalStateException stopped(EmbeddedActiveMQ artemis, IllegalStateException reason) {
        try {
            artemis.stop();
        } catch (Exception e) {
            reason.addSuppressed(e);
        }
        return reason;
    }
}
