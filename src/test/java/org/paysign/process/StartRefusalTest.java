package org.paysign.process;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paysign.sandbox.BrokerSettings;
import org.paysign.sandbox.EmbeddedBroker;
import org.paysign.sandbox.KeptKeys;

/** Bad configuration stops the start in one sentence, and not a message is touched. */
class StartRefusalTest {

    private static final String QUEUE = "paysign.sign.request";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final Map<String, String> keys = new HashMap<>();

    @SuppressWarnings("NullAway.Init")
    private EmbeddedBroker broker;

    @BeforeEach
    void putARequestIntoAQueue() throws Exception {
        broker = EmbeddedBroker.start(new BrokerSettings(folder, 0, "port", "user", "password", 7));
        try (JMSContext jms = connect()) {
            jms.createProducer().send(jms.createQueue(QUEUE), "{\"requestId\":\"waiting\",\"bizContent\":{}}");
        }
        Path merchants = Files.createDirectory(folder.resolve("merchants"));
        Files.copy(Path.of("config/sandbox/merchants/demo.properties"), merchants.resolve("demo.properties"));
        KeptKeys.in(folder);
        keys.put("paysign.data.dir", folder.toString());
        keys.put("paysign.merchants.dir", merchants.toString());
        keys.put("paysign.sandbox.port", "1");
        keys.put("paysign.http.port", String.valueOf(Jvm.freePort()));
        keys.put("paysign.management.port", String.valueOf(Jvm.freePort()));
        keys.put("paysign.broker.url", brokerUrl());
        keys.put("paysign.broker.user", "user");
        keys.put("paysign.broker.password", "password");
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    private String brokerUrl() {
        return "tcp://127.0.0.1:" + broker.port();
    }

    private JMSContext connect() {
        return new ActiveMQConnectionFactory(brokerUrl(), "user", "password").createContext();
    }

    @Test
    void answersTheWaitingRequestWhenNothingIsWrong() throws Exception {
        Process process =
                Jvm.paysign(keys, Jvm.output("refusal-none"), List.of("run")).start();
        try (JMSContext jms = connect();
                JMSConsumer replies = jms.createConsumer(jms.createQueue("paysign.sign.reply"))) {
            assertThat(replies.receiveBody(String.class, 90_000)).contains("waiting");
        } finally {
            process.destroy();
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"url, PAYSIGN_BROKER_URL", "user, PAYSIGN_BROKER_USER", "password, PAYSIGN_BROKER_PASSWORD"})
    void namesKeyAndVariableOfAMissingBroker(String key, String variable) throws Exception {
        keys.remove("paysign.broker." + key);

        Refusal.of("broker-" + key, keys, "run")
                .says("config/application.properties", "paysign.broker." + key, variable);

        assertNothingIsConsumed();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";WRITE_DELAY=500", ";WRITE_DELAY=0;LOCK_MODE=0"})
    void refusesDatabaseThatLosesRows(String settings) throws Exception {
        keys.put("paysign.database.url", "jdbc:h2:file:" + folder.resolve("other") + settings);

        Refusal.of("database", keys, "run").says("paysign.database.url", "WRITE_DELAY=0");

        assertNothingIsConsumed();
        assertThat(folder.resolve("other.mv.db")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "sign-type=MD5, sign-type, give RSA2, RSA or SM2",
        "sing-type=RSA2, sing-type, remove it or mend its spelling",
        "app-private-key=nowhere.pem, app-private-key, give its path",
        "gateway-url=ftp://x, gateway-url, give an http(s) URL"
    })
    void namesFileKeyAndAdviceOfABrokenMerchant(String line, String key, String advice) throws Exception {
        Path file = Path.of(keys.get("paysign.merchants.dir")).resolve("demo.properties");
        Files.writeString(file, Files.readString(file) + "\n" + line + "\n", StandardCharsets.UTF_8);

        Refusal.of("merchant", keys, "run").says(file.toString(), key, advice);

        assertNothingIsConsumed();
    }

    @ParameterizedTest
    @ValueSource(strings = {"paysign.sandbox.port", "paysign.sandbox.broker.port"})
    void namesTheKeyOfATakenPort(String key) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, String> ports = sandboxKeys();
            ports.put(key, String.valueOf(taken.getLocalPort()));

            Refusal.of("port", ports, "sandbox").says("Port " + taken.getLocalPort() + " is taken", key);
        }
    }

    @Test
    void namesTheKeyOfATakenManagementPort() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            keys.put("paysign.management.port", String.valueOf(taken.getLocalPort()));

            Refusal.of("management-port", keys, "run")
                    .says("Port " + taken.getLocalPort() + " is taken", "paysign.management.port");
        }
        assertNothingIsConsumed();
    }

    @ParameterizedTest
    @ValueSource(strings = {"eighty", "-1", "65536"})
    void namesTheKeyOfAPortThatIsNone(String port) throws Exception {
        Map<String, String> ports = sandboxKeys();
        ports.put("paysign.sandbox.broker.port", port);

        Refusal.of("no-port", ports, "sandbox").says("paysign.sandbox.broker.port", "give a number");
    }

    /** A second sandbox on the same data would spoil both. */
    @Test
    void refusesDataInUse() throws Exception {
        Map<String, String> same = sandboxKeys();
        same.put("paysign.data.dir", folder.toString());

        Refusal.of("data", same, "sandbox").says(folder.resolve("broker").toString(), "used by another process");
    }

    private Map<String, String> sandboxKeys() {
        return new HashMap<>(Map.of(
                "paysign.data.dir", KeptKeys.in(folder.resolve("sandbox")).toString(),
                "paysign.sandbox.port", String.valueOf(Jvm.freePort()),
                "paysign.sandbox.broker.port", String.valueOf(Jvm.freePort())));
    }

    private void assertNothingIsConsumed() throws Exception {
        try (JMSContext jms = connect();
                JMSConsumer consumer = jms.createConsumer(jms.createQueue(QUEUE))) {
            Message message = consumer.receive(5_000);
            assertThat(message).isNotNull();
            assertThat(message.getIntProperty("JMSXDeliveryCount")).isEqualTo(1);
        }
    }
}
