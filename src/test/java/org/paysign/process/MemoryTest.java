package org.paysign.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Queues more sign requests at once than the heap has room for, which broker, bundle and the outside world share: the
 * queue grows, and nothing else. The long proof has many small ones instead of some large ones: {@code ./mvnw test
 * -Dtest=MemoryTest -Dmemory.requests=100000 -Dmemory.bytes=0 -Dmemory.heap=256m}.
 */
class MemoryTest {

    private static final int REQUESTS = Integer.getInteger("memory.requests", 1_200);
    /** Of each request, filled up with blanks; 64 KiB are allowed. */
    private static final int BYTES = Integer.getInteger("memory.bytes", 60_000);

    private static final String HEAP = System.getProperty("memory.heap", "128m");
    private static final int COMMIT = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final SandboxProcess sandbox =
            SandboxProcess.named("memory").in("-Xmx" + HEAP, "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");
    private final List<Long> moments = new ArrayList<>();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void answersAllThatIsQueuedAtOnce() throws Exception {
        sandbox.start();
        try (Jmx jmx = Jmx.attach(sandbox.pid());
                ActiveMQConnectionFactory factory =
                        new ActiveMQConnectionFactory(sandbox.brokerUrl(), "sandbox", "sandbox")) {
            // A route that is started may not be stopped while Camel still starts others.
            await().atMost(PATIENCE).ignoreExceptions().until(jmx::isStarted);
            jmx.invokeRoute("sign-request", "stop");
            queue(factory);
            assertThat(jmx.filledQueues()).containsEntry("paysign.sign.request", (long) REQUESTS);
            jmx.invokeRoute("sign-request", "start");

            Set<String> replied = take(factory);

            assertThat(replied).hasSize(REQUESTS);
            assertThat(jmx.filledQueues()).isEmpty();
            print();
        }
        assertThat(Files.readString(sandbox.output())).doesNotContain("OutOfMemoryError");
    }

    private static void queue(ActiveMQConnectionFactory factory) {
        try (JMSContext jms = factory.createContext(JMSContext.SESSION_TRANSACTED)) {
            Queue requests = jms.createQueue("paysign.sign.request");
            for (int n = 1; n <= REQUESTS; n++) {
                String request = "{\"requestId\":\"m-" + n + "\",\"merchant\":\"demo\",\"bizContent\":{"
                        + "\"external_agreement_no\":\"M" + n + "\",\"sign_scene\":\"INDUSTRY|CARRENTAL\"}}";
                byte[] body =
                        (request + " ".repeat(Math.max(0, BYTES - request.length()))).getBytes(StandardCharsets.UTF_8);
                jms.createProducer().setJMSCorrelationID("m-" + n).send(requests, body);
                if (n % COMMIT == 0 || n == REQUESTS) {
                    jms.commit();
                }
            }
        }
    }

    private Set<String> take(ActiveMQConnectionFactory factory) throws JMSException {
        Set<String> replied = new HashSet<>();
        try (JMSContext jms = factory.createContext(JMSContext.SESSION_TRANSACTED);
                JMSConsumer replies = jms.createConsumer(jms.createQueue("paysign.sign.reply"))) {
            while (replied.size() < REQUESTS) {
                Message reply = replies.receive(PATIENCE.toMillis());
                assertThat(reply).as("the reply after %d", replied.size()).isNotNull();
                assertThat(reply.getBody(String.class)).contains("\"signStr\"");
                replied.add(reply.getJMSCorrelationID());
                moments.add(System.nanoTime());
                if (moments.size() % COMMIT == 0 || replied.size() == REQUESTS) {
                    jms.commit();
                }
            }
        }
        return replied;
    }

    private void print() {
        int quarter = moments.size() / 4;
        System.out.printf(
                Locale.ROOT,
                "MemoryTest: -Xmx%s, %d requests, %.0f a second; the last quarter's rate is %.2f of the first's, and"
                        + " %.2f of the second's%n",
                HEAP,
                REQUESTS,
                REQUESTS / seconds(0, moments.size() - 1),
                seconds(0, quarter) / seconds(moments.size() - 1 - quarter, moments.size() - 1),
                seconds(quarter, 2 * quarter) / seconds(moments.size() - 1 - quarter, moments.size() - 1));
    }

    private double seconds(int from, int to) {
        return (moments.get(to) - moments.get(from)) / 1e9;
    }
}
