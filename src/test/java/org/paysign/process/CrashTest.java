package org.paysign.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.paysign.process.Books.Receipt;

/**
 * Kills the whole process while requests and results are in flight, and counts afterwards. A longer proof:
 * {@code ./mvnw test -Dtest=CrashTest -Dcrash.requests=5000 -Dcrash.kills=20}.
 */
class CrashTest {

    private static final int REQUESTS = Integer.getInteger("crash.requests", 300);
    private static final int KILLS = Integer.getInteger("crash.kills", 3);
    /** Seconds a claim outlives the process that made it. */
    private static final int LEASE = 8;

    private final SandboxProcess sandbox = SandboxProcess.named("crash")
            .with("paysign.poll.lease", String.valueOf(LEASE))
            .with("paysign.deliver.lease", String.valueOf(LEASE))
            .with("paysign.poll.silence", "20");
    private final List<Order> orders =
            IntStream.range(0, REQUESTS).mapToObj(Order::new).toList();
    private final Outcomes outcomes = new Outcomes(sandbox);

    /** A key given to the test by {@code -D} goes on to the sandbox, to see what breaks with it. */
    @BeforeEach
    void passKeysOn() {
        System.getProperties().stringPropertyNames().stream()
                .filter(key -> key.startsWith("paysign.") || key.startsWith("camel."))
                .forEach(key -> sandbox.with(key, System.getProperty(key)));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void losesAndInventsNothingWhenKilled() throws Exception {
        long began = System.nanoTime();
        sandbox.start();
        MerchantBackEnd merchant = new MerchantBackEnd(sandbox, orders);
        try (merchant) {
            merchant.open();
            for (int kill = 1; kill <= KILLS; kill++) {
                int point = 3 * REQUESTS * kill / (KILLS + 1);
                await().atMost(patience()).pollInterval(Duration.ofMillis(20)).until(() -> progress() >= point);
                sandbox.kill();
                sandbox.start();
            }
            awaitTheEnd(merchant);
        }
        sandbox.close();

        Books books = new Books(sandbox.data());
        print(books, Duration.ofNanos(System.nanoTime() - began));
        assertThat(merchant.failures()).isEmpty();
        new Reckoning(books, orders).balances(books.receipts());
    }

    /** Three things happen to an order: its reply, its result, its outcome. */
    private int progress() throws InterruptedException {
        long replied = orders.stream().filter(Order::isReplied).count();
        long reported = orders.stream().filter(Order::isReported).count();
        return (int) (replied + reported) + outcomes.finished(orders);
    }

    private List<Order> waiting() {
        return orders.stream()
                .filter(order -> !order.isReported() || !outcomes.isFinished(order))
                .toList();
    }

    private static Duration patience() {
        return Duration.ofSeconds(120 + REQUESTS / 5);
    }

    /** Everybody has heard, nothing waits in the broker, and no claim of a killed process is left to be done again. */
    private void awaitTheEnd(MerchantBackEnd merchant) throws Exception {
        long lastStart = System.nanoTime();
        try (Jmx jmx = Jmx.attach(sandbox.pid())) {
            assertThat(jmx.queues()).isGreaterThanOrEqualTo(7);
            await().atMost(patience()).pollInterval(Duration.ofMillis(200)).untilAsserted(() -> {
                assertThat(merchant.failures()).isEmpty();
                assertThat(progress()).as("waiting for %s", waiting()).isEqualTo(3 * REQUESTS);
                assertThat(jmx.filledQueues()).isEmpty();
                assertThat(jmx.outcomesPending()).isZero();
                assertThat(Duration.ofNanos(System.nanoTime() - lastStart))
                        .isGreaterThan(Duration.ofSeconds(LEASE + 5));
            });
        }
    }

    private void print(Books books, Duration took) {
        int replies = orders.stream().mapToInt(order -> order.replies().size()).sum();
        System.out.printf(
                "CrashTest: %d requests, %d replies (%d repeats), %d kills, %d outcomes, %d deliveries (%d repeats),"
                        + " %d s%n",
                REQUESTS,
                replies,
                replies - REQUESTS,
                KILLS,
                books.outcomes().size(),
                books.receipts().size(),
                books.receipts().size() - REQUESTS,
                took.toSeconds());
        System.out.printf(
                "CrashTest: by endpoint %s%n",
                books.receipts().stream()
                        .distinct()
                        .collect(Collectors.groupingBy(Receipt::endpoint, Collectors.counting())));
    }
}
