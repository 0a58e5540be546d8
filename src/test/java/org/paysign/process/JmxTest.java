package org.paysign.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import javax.management.InstanceNotFoundException;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What another process sees of a running one: when it is ready, and Camel's own MBeans as jconsole shows them. */
class JmxTest {

    private static final String ROUTE = "sign-request";
    private static final String QUEUE = "paysign.sign.request";
    private static final SandboxProcess SANDBOX = SandboxProcess.named("jmx");

    private static String saidWhenReady = "";

    @BeforeAll
    static void start() {
        SANDBOX.start();
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest ready = HttpRequest.newBuilder(
                        URI.create("http://" + SANDBOX.management() + "/observe/health/ready"))
                .build();
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(10))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() ->
                        http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200);
        saidWhenReady = read();
    }

    private static String read() {
        try {
            return Files.readString(SANDBOX.output());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Its own checks are up long before: a notice sent then would meet no route. */
    @Test
    void isReadyWhenItsRoutesRun() {
        assertThat(saidWhenReady).contains("(paysign) started in");
    }

    @AfterAll
    static void stop() {
        SANDBOX.close();
    }

    @Test
    void countsWhatARouteProcesses() throws Exception {
        try (Jmx jmx = Jmx.attach(SANDBOX.pid());
                JMSContext jms = connect()) {
            awaitRoute(jmx);
            long before = (Long) jmx.route(ROUTE, "ExchangesTotal");

            assertThat(ask(jms, "jmx-1")).contains("jmx-1").contains("signStr");

            await().untilAsserted(
                            () -> assertThat(jmx.route(ROUTE, "ExchangesTotal")).isEqualTo(before + 1));
            assertThat(jmx.route(ROUTE, "ExchangesFailed")).isEqualTo(0L);
            assertThat(jmx.route(ROUTE, "Description")).asString().contains("signStr");
        }
    }

    @Test
    void holdsRequestsWhileTheirRouteIsStopped() throws Exception {
        try (Jmx jmx = Jmx.attach(SANDBOX.pid());
                JMSContext jms = connect()) {
            awaitRoute(jmx);
            jmx.invokeRoute(ROUTE, "stop");
            assertThat(jmx.route(ROUTE, "State")).isEqualTo("Stopped");
            Object before = jmx.route(ROUTE, "ExchangesTotal");
            send(jms, "jmx-2");

            await().during(Duration.ofSeconds(2)).untilAsserted(() -> {
                assertThat(jmx.filledQueues()).isEqualTo(Map.of(QUEUE, 1L));
                assertThat(jmx.route(ROUTE, "ExchangesTotal")).isEqualTo(before);
            });

            jmx.invokeRoute(ROUTE, "start");
            assertThat(answer(jms)).contains("jmx-2").contains("signStr");
            await().untilAsserted(() -> assertThat(jmx.filledQueues()).isEmpty());
        }
    }

    @Test
    void showsAndDoesWhatAnOperatorAsksFor() throws Exception {
        try (Jmx jmx = Jmx.attach(SANDBOX.pid())) {
            awaitRoute(jmx);
            assertThat(jmx.all("org.paysign:type=Agreements"))
                    .containsKeys("Issued", "OldestUnknownSeconds", "OutcomesParked", "ResultsUnproven");
            assertThat(jmx.all("org.paysign:type=Parked")).containsEntry("Messages", 0L);
            assertThat(jmx.all("org.paysign:type=Merchant,name=demo")).containsEntry("DaysLeft", 1_000_000L);

            assertThat(jmx.press("org.paysign:type=Agreements", "query", "demo", "nobody's"))
                    .contains("no agreement of this number");
            assertThat(jmx.press("org.paysign:type=Agreements", "pollNow")).contains("due now");

            await().untilAsserted(() -> assertThat(Files.readString(SANDBOX.output()))
                    .containsPattern("Operator anonymous@[0-9.]+ ordered query: ")
                    .containsPattern("Operator anonymous@[0-9.]+ ordered pollNow"));
        }
    }

    /** The sandbox's broker is up before the bundle is. */
    private static void awaitRoute(Jmx jmx) {
        await().atMost(Duration.ofSeconds(60))
                .ignoreException(InstanceNotFoundException.class)
                .untilAsserted(() -> assertThat(jmx.route(ROUTE, "State")).isEqualTo("Started"));
    }

    private static JMSContext connect() {
        return new ActiveMQConnectionFactory(SANDBOX.brokerUrl(), "sandbox", "sandbox").createContext();
    }

    private static String ask(JMSContext jms, String requestId) {
        send(jms, requestId);
        return answer(jms);
    }

    private static void send(JMSContext jms, String requestId) {
        jms.createProducer()
                .send(
                        jms.createQueue(QUEUE),
                        "{\"requestId\":\"" + requestId + "\",\"merchant\":\"demo\",\"bizContent\":{}}");
    }

    private static String answer(JMSContext jms) {
        try (JMSConsumer consumer = jms.createConsumer(jms.createQueue("paysign.sign.reply"))) {
            String reply = consumer.receiveBody(String.class, 30_000);
            return reply == null ? "no reply within 30 s" : reply;
        }
    }
}
