package org.paysign.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.Set;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paysign.sandbox.BrokerSettings;
import org.paysign.sandbox.EmbeddedBroker;
import org.paysign.support.ClassLog;

/** Against brokers in this JVM; {@code process.StandaloneBrokerTest} has one of its own. */
@org.jspecify.annotations.NullUnmarked
class BrokerCheckTest {

    private static final Needs NEEDS = new Needs(Set.of("paysign.in"), Set.of("paysign.out"));

    private final AddressSettings good = new AddressSettings()
            .setDeadLetterAddress(SimpleString.of("DLQ"))
            .setExpiryAddress(SimpleString.of("ExpiryQueue"))
            .setRedeliveryDelay(1_000)
            .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
            .setAutoCreateQueues(false)
            .setAutoCreateAddresses(false);

    private ClassLog log;
    private EmbeddedActiveMQ broker;

    @BeforeEach
    void watch() {
        log = new ClassLog(BrokerCheck.class);
    }

    @AfterEach
    void stop() throws Exception {
        log.close();
        if (broker != null) {
            broker.stop();
        }
    }

    private void start(AddressSettings settings, String... queues) throws Exception {
        Configuration configuration = new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                .addAddressSetting("paysign.#", settings)
                .addAcceptorConfiguration("vm", "vm://9");
        for (String queue : queues) {
            configuration.addQueueConfiguration(QueueConfiguration.of(queue).setRoutingType(RoutingType.ANYCAST));
        }
        broker = new EmbeddedActiveMQ().setConfiguration(configuration);
        broker.start();
    }

    private static void check() {
        new BrokerCheck("vm://9", "user", "password", NEEDS).check();
    }

    @Test
    void hasNothingToSayAboutAGoodBroker() throws Exception {
        start(good, "paysign.in", "paysign.out", "DLQ", "ExpiryQueue");

        check();

        assertThat(log.lines()).singleElement().asString().contains("has what PaySign needs: 2 queues");
        assertThat(broker.getActiveMQServer().locateQueue("paysign.out").getMessageCount())
                .as("what was sent to see whether it may be sent")
                .isZero();
    }

    @Test
    void refusesBrokerWithoutAQueue() throws Exception {
        start(good, "paysign.in", "DLQ", "ExpiryQueue");

        assertThatIllegalStateException()
                .isThrownBy(BrokerCheckTest::check)
                .withMessageContainingAll(
                        "queue paysign.out is missing",
                        "<address name=\"paysign.out\"><anycast><queue name=\"paysign.out\"/></anycast></address>");
    }

    @Test
    void makesTheQueueWhereClientsMay() throws Exception {
        start(good.setAutoCreateQueues(true).setAutoCreateAddresses(true), "paysign.in", "DLQ", "ExpiryQueue");

        check();

        assertThat(broker.getActiveMQServer().locateQueue("paysign.out").isDurable())
                .isTrue();
    }

    @Test
    void namesWhatWouldLoseMessages() throws Exception {
        start(
                new AddressSettings()
                        .setDeadLetterAddress(SimpleString.of("DLQ"))
                        .setAddressFullMessagePolicy(AddressFullMessagePolicy.DROP)
                        .setAutoCreateQueues(false),
                "paysign.in",
                "paysign.out");

        check();

        assertThat(log.lines())
                .anyMatch(
                        line -> line.contains("the dead-letter-address DLQ of paysign.in has no queue: <address name"))
                .anyMatch(line -> line.contains("paysign.in has no expiry-address: ")
                        && line.contains("<expiry-address>ExpiryQueue</expiry-address>"))
                .anyMatch(line -> line.contains("without a pause") && line.contains("<redelivery-delay>"))
                .anyMatch(line -> line.contains("drops what comes") && line.contains("<address-full-policy>PAGE"));
    }

    @Test
    void goesOnWithoutABroker() {
        check();

        assertThat(log.lines()).singleElement().asString().contains("cannot be reached yet");
    }

    @Test
    void namesTheKeysOfAWrongPassword(@TempDir Path folder) {
        EmbeddedBroker sandbox = EmbeddedBroker.start(new BrokerSettings(folder, 0, "port", "user", "password", 8));
        try {
            new BrokerCheck("vm://8", "user", "password", NEEDS).check();
            assertThatIllegalStateException()
                    .isThrownBy(() -> new BrokerCheck("vm://8", "user", "wrong", NEEDS).check())
                    .withMessageContainingAll("paysign.broker.user", "paysign.broker.password");
        } finally {
            sandbox.close();
        }
        assertThat(log.lines()).anyMatch(line -> line.contains("has what PaySign needs"));
    }
}
