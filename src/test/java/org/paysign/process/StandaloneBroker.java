package org.paysign.process;

import static org.awaitility.Awaitility.await;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.QueueBrowser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * The Artemis distribution as a process of its own with the shipped {@code docker/broker.xml}, to be killed and started
 * again. Users, each with his name for a password: {@code paysign}, {@code sandbox} (a merchant) and {@code operator}.
 */
public final class StandaloneBroker implements AutoCloseable {

    private static final Path UNPACKED = Path.of("target", "broker");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path home;
    private final Path instance;
    private final Path output;
    private final int plainPort = Jvm.freePort();
    private final int tlsPort = Jvm.freePort();
    private final KeyStores stores;
    /** Small, and soon at work: those of a test. */
    private List<String> javaOptions = List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private @Nullable Process process;

    private StandaloneBroker(Path home, Path instance, Path output, KeyStores stores) {
        this.home = home;
        this.instance = instance;
        this.output = output;
        this.stores = stores;
    }

    /** Prepares an instance; the test is skipped where the distribution is not unpacked. */
    public static StandaloneBroker in(Path instance, String name, UnaryOperator<String> brokerXml) throws Exception {
        Optional<Path> home = distribution();
        Assumptions.assumeTrue(home.isPresent(), "no Artemis in target/broker: ./mvnw generate-test-resources");
        Path etc = Files.createDirectories(instance.resolve("etc"));
        Files.writeString(etc.resolve("broker.xml"), brokerXml.apply(Files.readString(Path.of("docker/broker.xml"))));
        Files.writeString(
                etc.resolve("bootstrap.xml"),
                "<broker xmlns=\"http://activemq.apache.org/schema\"><jaas-security domain=\"activemq\"/>"
                        + "<server configuration=\"" + etc.resolve("broker.xml").toUri() + "\"/></broker>");
        Files.writeString(
                etc.resolve("login.config"),
                "activemq { org.apache.activemq.artemis.spi.core.security.jaas.PropertiesLoginModule sufficient"
                        + " org.apache.activemq.jaas.properties.user=\"artemis-users.properties\""
                        + " org.apache.activemq.jaas.properties.role=\"artemis-roles.properties\"; };");
        Files.writeString(
                etc.resolve("artemis-users.properties"), "paysign=paysign\nsandbox=sandbox\noperator=operator\n");
        Files.writeString(
                etc.resolve("artemis-roles.properties"), "paysign=paysign\nmerchant=sandbox\noperator=operator\n");
        Files.writeString(
                etc.resolve("management.xml"), "<management-context xmlns=\"http://activemq.apache.org/schema\"/>");
        return new StandaloneBroker(home.get(), instance, Jvm.output("broker-" + name), KeyStores.in(etc));
    }

    private static Optional<Path> distribution() throws IOException {
        if (!Files.isDirectory(UNPACKED)) {
            return Optional.empty();
        }
        try (Stream<Path> found = Files.list(UNPACKED)) {
            return found.map(Path::toAbsolutePath)
                    .filter(folder -> Files.isRegularFile(folder.resolve("lib/artemis-boot.jar")))
                    .findFirst();
        }
    }

    /** Runs it as others do. */
    public StandaloneBroker withJavaOptions(List<String> options) {
        javaOptions = List.copyOf(options);
        return this;
    }

    /** Returns when the broker lets users in. */
    public void start() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        command.addAll(List.of(
                "-Dartemis.home=" + home,
                "-Dartemis.instance=" + instance,
                "-Djava.security.auth.login.config=" + instance.resolve("etc/login.config"),
                "-DPAYSIGN_BROKER_DATA=" + instance.resolve("data"),
                "-DPAYSIGN_BROKER_DISK=99",
                "-DPAYSIGN_PLAIN_PORT=" + plainPort,
                "-DPAYSIGN_TLS_HOST=127.0.0.1",
                "-DPAYSIGN_TLS_PORT=" + tlsPort,
                "-DPAYSIGN_TLS_PASSWORD=" + KeyStores.PASSWORD,
                "-cp",
                home.resolve("lib/artemis-boot.jar").toString(),
                "org.apache.activemq.artemis.boot.Artemis",
                "run"));
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
        process = started;
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> isReady(started));
    }

    private boolean isReady(Process started) {
        if (!started.isAlive()) {
            throw new AssertionError("The broker ended with " + started.exitValue() + ", see " + output);
        }
        try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), plainPort);
                Socket tls = new Socket(InetAddress.getLoopbackAddress(), tlsPort)) {
            return plain.isConnected() && tls.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** SIGKILL: no hook runs, nothing is flushed. */
    void kill() {
        end(true);
    }

    /** As an operator restarts it. */
    void restart() throws IOException {
        end(false);
        start();
    }

    /** SIGTERM. */
    @Override
    public void close() {
        end(false);
    }

    private void end(boolean forcibly) {
        Process ending = process;
        process = null;
        if (ending == null) {
            return;
        }
        if (forcibly) {
            ending.destroyForcibly();
        } else {
            ending.destroy();
        }
        Jvm.awaitEnd(ending, output);
    }

    public long pid() {
        if (process == null) {
            throw new IllegalStateException("The broker is not started");
        }
        return process.pid();
    }

    public String plainUrl() {
        return "tcp://127.0.0.1:" + plainPort;
    }

    /** {@code owner} is whose certificate the client shows: {@code client} or {@code stranger}. */
    String tlsUrl(String owner) {
        return "tcp://localhost:" + tlsPort + stores.options(owner);
    }

    /** A session of one of the users, who does not wait for a broker that is away. */
    JMSContext connect(String url, String user) {
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url, user, user);
        factory.setInitialConnectAttempts(1);
        factory.setReconnectAttempts(0);
        // A client with a stranger's certificate learns of its refusal by waiting.
        factory.setCallTimeout(10_000);
        return factory.createContext();
    }

    /** Whether nothing lies in a queue, as people who look after it see it. */
    boolean isEmpty(String queue) throws JMSException {
        try (JMSContext operator = connect(plainUrl(), "operator");
                QueueBrowser browser = operator.createBrowser(operator.createQueue(queue))) {
            return !browser.getEnumeration().hasMoreElements();
        }
    }
}
