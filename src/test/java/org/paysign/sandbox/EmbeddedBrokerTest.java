package org.paysign.sandbox;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSSecurityRuntimeException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import javax.management.ObjectName;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = SECONDS)
final class EmbeddedBrokerTest {

    private final Path data;

    EmbeddedBrokerTest(@TempDir Path data) {
        this.data = data;
    }

    @Test
    void keepsADurableMessageOverARestart() {
        try (var broker = start(0);
                var jms = tcp(broker)) {
            jms.createProducer().send(jms.createQueue("paysign.sign.request"), "order-1001");
        }
        try (var broker = start(0);
                var jms = tcp(broker)) {
            assertThat(receive(jms, "paysign.sign.request")).isEqualTo("order-1001");
        }
    }

    @Test
    void answersInsideTheProcessToo() {
        try (var broker = start(0);
                var factory = new ActiveMQConnectionFactory("vm://7");
                var jms = factory.createContext("sandbox", "sandbox")) {
            jms.createProducer().send(jms.createQueue("shop.reply"), "made when first used");

            assertThat(broker.port()).isPositive();
            assertThat(receive(jms, "shop.reply")).isEqualTo("made when first used");
        }
    }

    @Test
    void bindsDeadLettersAndExpiredMessages() throws Exception {
        try (var broker = start(0);
                var jms = tcp(broker)) {
            jms.createProducer().send(jms.createQueue("paysign.sign.result"), "poison");
            jms.createProducer().setTimeToLive(1).send(jms.createQueue("paysign.parked"), "too late");
            assertThat(receive(jms, "ExpiryQueue")).isEqualTo("too late");

            var control = ObjectName.getInstance(
                    "org.apache.activemq.artemis:broker=\"sandbox-7\",component=addresses,"
                            + "address=\"paysign.sign.result\",subcomponent=queues,routing-type=\"anycast\",queue=\"paysign.sign.result\"");
            var moved = ManagementFactory.getPlatformMBeanServer()
                    .invoke(control, "sendMessagesToDeadLetterAddress", new Object[] {""}, new String[] {
                        String.class.getName()
                    });
            assertThat(moved).isEqualTo(1);
            assertThat(receive(jms, "DLQ")).isEqualTo("poison");
        }
    }

    @Test
    void refusesAWrongPassword() {
        try (var broker = start(0);
                var factory = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + broker.port())) {
            assertThatThrownBy(() -> factory.createContext("sandbox", "guess").close())
                    .isInstanceOf(JMSSecurityRuntimeException.class);
        }
    }

    @Test
    void namesTheKeyOfATakenPort() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> start(other.getLocalPort()).close())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "Port %d is taken: set paysign.sandbox.broker.port to a free one", other.getLocalPort());
        }
    }

    @Test
    void refusesADataDirectoryInUse() {
        try (var broker = start(0)) {
            assertThat(broker.port()).isPositive();
            assertThatThrownBy(() -> EmbeddedBroker.start(settings(0, 8)).close())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(data.resolve("broker").toString());
        }
    }

    private EmbeddedBroker start(int port) {
        return EmbeddedBroker.start(settings(port, 7));
    }

    private BrokerSettings settings(int port, int vmId) {
        return new BrokerSettings(data, port, "paysign.sandbox.broker.port", "sandbox", "sandbox", vmId);
    }

    private static JMSContext tcp(EmbeddedBroker broker) {
        var factory = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + broker.port(), "sandbox", "sandbox");
        return factory.createContext();
    }

    private static String receive(JMSContext jms, String queue) {
        try (var consumer = jms.createConsumer(jms.createQueue(queue))) {
            return consumer.receiveBody(String.class, 40_000);
        }
    }
}
