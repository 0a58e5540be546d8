package org.paysign.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.JMSSecurityRuntimeException;
import jakarta.jms.TemporaryQueue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paysign.process.Books.Receipt;

/** {@code run} against the Artemis distribution with the shipped broker.xml. */
@org.jspecify.annotations.NullUnmarked
class StandaloneBrokerTest {

    private static final int REQUESTS = Integer.getInteger("broker.requests", 60);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    /** Over TLS; without it, {@link SeveralInstancesTest} kills a broker. */
    @Test
    void losesNothingWhenTheBrokerIsKilledAndRestarted() throws Exception {
        List<Order> orders = IntStream.range(0, REQUESTS).mapToObj(Order::new).toList();
        List<Receipt> letters = new CopyOnWriteArrayList<>();
        try (StandaloneBroker broker = StandaloneBroker.in(folder, "deaths", UnaryOperator.identity())) {
            broker.start();
            Path data = folder.resolve("data");
            try (RunProcess run = RunProcess.on(broker, broker.tlsUrl("client"), "paysign", data)) {
                run.start();
                Outcomes outcomes = new Outcomes(run);
                Consumer<Receipt> letter = receipt -> {
                    letters.add(receipt);
                    outcomes.heard(receipt.number(), receipt.endpoint());
                };
                List<Worker> listeners = List.of(new Worker(1), new Worker(1), new Worker(1));
                List<Courier> ears = List.of(
                        listen(run, listeners.get(0), letter, "success"),
                        listen(run, listeners.get(1), letter, "retry"),
                        listen(run, listeners.get(2), letter, "cancel"));
                try (MerchantBackEnd merchant = new MerchantBackEnd(run, orders)) {
                    merchant.open();
                    awaitProgress(orders, outcomes, REQUESTS);
                    broker.kill();
                    broker.start();
                    awaitProgress(orders, outcomes, 2 * REQUESTS);
                    broker.restart();
                    awaitProgress(orders, outcomes, 3 * REQUESTS);
                    awaitDeliveriesWrittenDown(run);
                    assertThat(merchant.failures()).isEmpty();
                } finally {
                    ears.forEach(Courier::close);
                }
                assertThat(listeners)
                        .allSatisfy(listener -> assertThat(listener.failures()).isEmpty());
                assertThat(run.isAlive()).as("the same process throughout").isTrue();
                assertThat(run.log()).contains("The broker has what PaySign needs: 8 queues");
                assertThat(run.log()).doesNotContain("has to be mended").doesNotContain("are not checked");
            }
            for (String queue : List.of("DLQ", "ExpiryQueue", "paysign.parked")) {
                assertThat(broker.isEmpty(queue)).as(queue).isTrue();
            }
            new Reckoning(new Books(data), orders).balances(letters);
        }
    }

    private static Courier listen(RunProcess run, Worker worker, Consumer<Receipt> letter, String endpoint) {
        Courier courier = new Courier(run.brokerUrl(), worker);
        courier.listen("paysign.outcome." + endpoint, body -> letter.accept(Receipt.of(endpoint, body)));
        return courier;
    }

    /** Three things happen to an order: its reply, its result, its last outcome. */
    private static void awaitProgress(List<Order> orders, Outcomes outcomes, int point) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).untilAsserted(() -> assertThat(
                        orders.stream().filter(Order::isReplied).count()
                                + orders.stream().filter(Order::isReported).count()
                                + outcomes.finished(orders))
                .isGreaterThanOrEqualTo(point));
    }

    /** An outcome that a dying broker took without saying so has been heard, and is told again all the same. */
    private static void awaitDeliveriesWrittenDown(RunProcess run) throws Exception {
        try (Jmx jmx = Jmx.attach(run.pid())) {
            await().atMost(PATIENCE).during(Duration.ofSeconds(4)).untilAsserted(() -> assertThat(jmx.outcomesPending())
                    .isZero());
        }
    }

    @Test
    void keepsStrangersOut() throws Exception {
        try (StandaloneBroker broker = StandaloneBroker.in(folder, "strangers", UnaryOperator.identity())) {
            broker.start();
            try (JMSContext known = broker.connect(broker.tlsUrl("client"), "paysign")) {
                assertThat(known.createTemporaryQueue()).isNotNull();
            }
            assertThatExceptionOfType(JMSRuntimeException.class)
                    .isThrownBy(() -> broker.connect(broker.tlsUrl("stranger"), "paysign"));
            try (JMSContext merchant = broker.connect(broker.plainUrl(), "sandbox")) {
                assertThatExceptionOfType(JMSSecurityRuntimeException.class)
                        .isThrownBy(() -> merchant.createConsumer(merchant.createQueue("paysign.sign.request")));
                assertThatExceptionOfType(JMSRuntimeException.class).isThrownBy(() -> merchant.createProducer()
                        .send(merchant.createQueue("paysign.outcome.success"), "forged"));
                assertThatExceptionOfType(JMSRuntimeException.class)
                        .isThrownBy(() -> merchant.createConsumer(merchant.createQueue("of.my.own")));
                assertThatExceptionOfType(JMSRuntimeException.class)
                        .isThrownBy(() -> merchant.createConsumer(merchant.createQueue("DLQ")));
                TemporaryQueue reply = merchant.createTemporaryQueue();
                try (JMSContext bundle = broker.connect(broker.plainUrl(), "paysign")) {
                    bundle.createProducer().send(reply, "answer");
                }
                assertThat(merchant.createConsumer(reply).receiveBody(String.class, 10_000))
                        .isEqualTo("answer");
            }
        }
    }

    @Test
    void namesTheQueueThatIsMissing() throws Exception {
        try (StandaloneBroker broker = StandaloneBroker.in(
                folder, "missing", xml -> xml.replaceAll("<address name=\"paysign.parked\".*", ""))) {
            broker.start();
            try (RunProcess run = RunProcess.on(broker, broker.plainUrl(), "paysign", folder.resolve("missing"))) {
                run.refused("missing-queue")
                        .says("queue paysign.parked is missing", "<queue name=\"paysign.parked\"/>");
            }
            try (RunProcess run = RunProcess.on(broker, broker.plainUrl(), "sandbox", folder.resolve("rights"))) {
                run.refused("missing-right")
                        .says("may not consume from paysign.sign.request", "<permission type=\"consume\"");
            }
        }
    }
}
