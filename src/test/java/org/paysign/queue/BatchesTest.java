package org.paysign.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.QueueBrowser;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jms.JmsConsumer;
import org.apache.camel.component.jms.JmsEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paysign.cli.RunningBundle;

/** A route of the test's own with one consumer, in the shipped configuration; it answers with what it got. */
@org.jspecify.annotations.NullUnmarked
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class BatchesTest {

    @RegisterExtension
    static final RunningBundle BUNDLE = new RunningBundle();

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LONG = 3_600_000;

    private final String route = "probe-" + UUID.randomUUID();
    private final List<String> deliveries = new CopyOnWriteArrayList<>();
    private final List<List<String>> together = new CopyOnWriteArrayList<>();
    private Jointly<String, String> step;
    private final Latch gate = new Latch();
    private final Latch hold = new Latch();

    @AfterEach
    void end() throws Exception {
        gate.open();
        hold.open();
        BUNDLE.camel().getRouteController().stopRoute(route);
        BUNDLE.camel().removeRoute(route);
    }

    @Test
    void sendsTheAnswersOfSeveralMessagesByOneCommit() throws Exception {
        begin(20, LONG, "a", "b", "hold", "c");

        hold.awaitVisitor();
        assertThat(answered()).as("the transaction is not committed yet").isEmpty();
        hold.open();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(answered()).containsExactly("a", "b", "hold", "c"));
        assertThat(deliveries).containsExactly("a 1", "b 1", "hold 1", "c 1");
    }

    @ParameterizedTest
    @CsvSource({"2, 3600000, 1000", "1, 3600000, 1000", "20, 0, 1000", "20, 3600000, 2"})
    void endsABatchByCountTimeAndSize(int most, long millis, long bytes) throws Exception {
        begin(new Batches(most, millis, bytes, connections()), "a", "b", "hold", "c");

        hold.awaitVisitor();
        assertThat(answered()).containsExactly("a", "b");
    }

    @Test
    void answersALoneMessageAtOnce() throws Exception {
        begin(20, LONG);

        send("alone");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(answered()).containsExactly("alone"));
    }

    @Test
    void letsAMessageThatFailsTakeOthersAlongOnceAtMost() throws Exception {
        begin(20, LONG, "a", "b", "fails", "c", "d");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(answered()).containsExactlyInAnyOrder("a", "b", "fails", "c", "d"));
        assertThat(deliveries)
                .contains("fails 1", "fails 2", "fails 3")
                .containsOnlyOnce("a 1", "a 2", "b 1", "b 2", "c 1", "d 1")
                .doesNotContain("a 3", "b 3", "c 2", "d 2");
    }

    @Test
    void takesSingleMessagesForAWhileAfterOneHasFailed() throws Exception {
        begin(20, LONG, "fails");
        await().atMost(PATIENCE).until(() -> answered(), List.of("fails")::equals);
        send("gate");
        gate.awaitVisitor();
        send("a");
        send("hold");
        gate.open();

        hold.awaitVisitor();
        assertThat(answered()).containsExactly("fails", "gate", "a");
    }

    @Test
    void takesAStepForAllMessagesOfABatchAtOnce() throws Exception {
        begin(20, LONG, "a", "b", "c");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(answered()).containsExactly("a", "b", "c"));
        assertThat(together).containsExactly(List.of("a", "b", "c"));
    }

    @Test
    void goesOnWithTheOthersWhenTheStepOfOneFails() throws Exception {
        begin(20, LONG, "a", "fails in step", "b");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(answered()).containsExactlyInAnyOrder("a", "b", "fails in step"));
        assertThat(together)
                .as("all come back, each alone")
                .contains(List.of("a", "fails in step", "b"))
                .filteredOn(list -> list.size() > 1)
                .hasSize(1);
    }

    @Test
    void neitherBeginsNorGoesOnWithAMessageThatCameBack() throws Exception {
        create(new Batches(20, LONG, LONG, connections()));
        send("returned");
        try (JMSContext jms = context(JMSContext.SESSION_TRANSACTED);
                JMSConsumer consumer = jms.createConsumer(jms.createQueue(route + "-in"))) {
            assertThat(consumer.receive(10_000)).isNotNull();
            jms.rollback();
        }
        await().atMost(PATIENCE).until(() -> texts(route + "-in"), List.of("returned")::equals);
        send("hold");
        BUNDLE.camel().getRouteController().startRoute(route);

        hold.awaitVisitor();
        assertThat(deliveries).containsExactly("returned 2", "hold 1");
        assertThat(answered()).as("by a commit of its own").containsExactly("returned");
    }

    @Test
    void givesBackWhatWasFetchedAheadWhenStopped() throws Exception {
        begin(2, LONG, "hold", "b", "c", "d");
        hold.awaitVisitor();

        CompletableFuture<Void> stop = CompletableFuture.runAsync(this::stopRoute);
        JmsConsumer consumer = (JmsConsumer) BUNDLE.camel().getRoute(route).getConsumer();
        await().atMost(PATIENCE).until(consumer::isSuspendingOrSuspended);
        hold.open();
        stop.get(60, TimeUnit.SECONDS);

        List<String> both = new ArrayList<>(answered());
        both.addAll(texts(route + "-in"));
        assertThat(both).containsExactly("hold", "b", "c", "d");
    }

    @Test
    void isNotWhatRequestsThatWaitForAlipayTravelIn() {
        assertThat(factory("unsign-request")).isNull();
        assertThat(factory("sign-request")).isInstanceOf(Batches.class);
        assertThat(factory("sign-result")).isInstanceOf(Batches.class);
    }

    private void stopRoute() {
        try {
            BUNDLE.camel().getRouteController().stopRoute(route);
        } catch (Exception unstopped) {
            throw new IllegalStateException(unstopped);
        }
    }

    private static Object factory(String id) {
        return ((JmsEndpoint) BUNDLE.camel().getRoute(id).getEndpoint()).getMessageListenerContainerFactory();
    }

    /** Messages that wait when the route starts. */
    private void begin(int most, long millis, String... texts) throws Exception {
        begin(new Batches(most, millis, LONG, connections()), texts);
    }

    private void begin(Batches batches, String... texts) throws Exception {
        create(batches);
        for (String text : texts) {
            send(text);
        }
        BUNDLE.camel().getRouteController().startRoute(route);
    }

    private static ConnectionFactory connections() {
        return BUNDLE.bean("batchConnections", ConnectionFactory.class);
    }

    private void create(Batches batches) throws Exception {
        step = batches.jointly(this::takeTogether);
        BUNDLE.camel().getRegistry().bind(route, batches);
        BUNDLE.camel().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("jms:queue:" + route + "-in?consumerType=Custom&concurrentConsumers=1"
                                + "&messageListenerContainerFactory=#bean:" + route)
                        .routeId(route)
                        .autoStartup(false)
                        .process(BatchesTest.this::work)
                        .bean(BatchesTest.this, "joint")
                        .to("jms:queue:" + route + "-out");
            }
        });
    }

    /** Called by the route. */
    public CompletionStage<String> joint(String text) {
        return step.call(text, result -> result);
    }

    private List<CompletableFuture<String>> takeTogether(List<String> texts) {
        together.add(List.copyOf(texts));
        return texts.stream()
                .map(text -> text.equals("fails in step") && texts.size() > 1
                        ? CompletableFuture.<String>failedFuture(new IllegalStateException("fails"))
                        : CompletableFuture.completedFuture(text))
                .toList();
    }

    private void work(Exchange exchange) throws Exception {
        TextMessage received = exchange.getIn().getBody(TextMessage.class);
        int count = received.getIntProperty("JMSXDeliveryCount");
        deliveries.add(received.getText() + " " + count);
        if (received.getText().equals("gate")) {
            gate.pass();
        }
        if (received.getText().equals("hold")) {
            hold.pass();
        }
        if (received.getText().equals("fails") && count < 3) {
            throw new IllegalStateException("fails");
        }
        exchange.getMessage().setBody(received.getText());
    }

    private void send(String text) throws Exception {
        BUNDLE.send(route + "-in", text);
    }

    private List<String> answered() throws Exception {
        return texts(route + "-out");
    }

    private static List<String> texts(String queue) throws Exception {
        List<String> texts = new ArrayList<>();
        try (JMSContext jms = context(JMSContext.AUTO_ACKNOWLEDGE);
                QueueBrowser browser = jms.createBrowser(jms.createQueue(queue))) {
            Enumeration<?> messages = browser.getEnumeration();
            while (messages.hasMoreElements()) {
                texts.add(((TextMessage) messages.nextElement()).getText());
            }
        }
        return texts;
    }

    private static JMSContext context(int mode) {
        return new ActiveMQConnectionFactory("vm://0", "sandbox", "sandbox").createContext(mode);
    }

    /** Holds who comes until it is opened. */
    private static final class Latch {
        private final CountDownLatch visited = new CountDownLatch(1);
        private final CountDownLatch opened = new CountDownLatch(1);

        void awaitVisitor() throws InterruptedException {
            assertThat(visited.await(30, TimeUnit.SECONDS)).isTrue();
        }

        void pass() throws InterruptedException {
            visited.countDown();
            assertThat(opened.await(60, TimeUnit.SECONDS)).isTrue();
        }

        void open() {
            opened.countDown();
        }
    }
}
