package org.paysign.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paysign.sandbox.BrokerSettings;
import org.paysign.sandbox.EmbeddedBroker;

/** SIGTERM in the middle of work. */
@org.jspecify.annotations.NullUnmarked
class StopTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int REQUESTS = 40;

    @TempDir
    private Path folder;

    private final List<Order> orders =
            IntStream.range(0, REQUESTS).mapToObj(Order::new).toList();

    private PostgresServer database;
    private EmbeddedBroker broker;
    private RunProcess run;
    private Outcomes outcomes;

    @BeforeEach
    void start() throws Exception {
        database = PostgresServer.in(folder.resolve("database"));
        database.start();
        broker = EmbeddedBroker.start(new BrokerSettings(folder, 0, "port", "sandbox", "sandbox", 7));
        String url = "tcp://127.0.0.1:" + broker.port();
        run = RunProcess.on(url, url, "sandbox", folder.resolve("stop")).on(database);
        for (String endpoint : List.of("success", "retry", "cancel")) {
            run.with(
                    "paysign.outcome." + endpoint,
                    run.world("/merchant/" + endpoint).toString());
        }
        // Nobody is to wait for a lease: what is told after the stop was finished or given back.
        run.with("paysign.poll.lease", "600").with("paysign.deliver.lease", "600");
        outcomes = new Outcomes(run);
    }

    @AfterEach
    void stop() throws Exception {
        run.close();
        broker.close();
        database.close();
    }

    private int progress() throws InterruptedException {
        long replied = orders.stream().filter(Order::isReplied).count();
        long reported = orders.stream().filter(Order::isReported).count();
        return (int) (replied + reported) + outcomes.finished(orders);
    }

    private void awaitProgress(int point) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).untilAsserted(() -> assertThat(progress())
                .isGreaterThanOrEqualTo(point));
    }

    private void assertNothingIsClaimed() {
        assertThat(List.of(
                        count("SELECT count(*) FROM agreement WHERE lease_until > CURRENT_TIMESTAMP"),
                        count("SELECT count(*) FROM outcome WHERE lease_until > CURRENT_TIMESTAMP")))
                .containsOnly(0);
    }

    private int count(String query) {
        return database.jdbc().sql(query).query(Integer.class).single();
    }

    /** Stops it and returns how long that took. */
    private Duration terminate() {
        Instant begin = Instant.now();
        assertThat(run.terminate()).as("as of every process that SIGTERM ends").isEqualTo(143);
        return Duration.between(begin, Instant.now());
    }

    @Test
    void losesNothingWhenStoppedInTheMiddle() throws Exception {
        run.startAndAwait();
        try (MerchantBackEnd merchant = new MerchantBackEnd(run, orders)) {
            merchant.open();
            awaitProgress(3 * REQUESTS / 2);
            Duration took = terminate();
            System.out.printf(
                    "StopTest: stopped after %.1f s with %d of %d steps done%n",
                    took.toMillis() / 1000.0, progress(), 3 * REQUESTS);
            assertNothingIsClaimed();
            run.startAndAwait();
            awaitProgress(3 * REQUESTS);
            await().atMost(PATIENCE)
                    .until(() -> count("SELECT count(*) FROM outcome WHERE status <> 'DELIVERED'") == 0);
            assertThat(merchant.failures()).isEmpty();
        }
        run.close();

        Books books = new Books(database.jdbc(), run.data());
        new Reckoning(books, orders).balances(books.receipts());
    }

    @Test
    void givesBackWhatItAsksWhenTheGatewayHangs() throws Exception {
        run.with("camel.main.shutdownTimeout", "4")
                .with("camel.component.http.responseTimeout", "60000")
                .with("camel.component.http.soTimeout", "60000");
        run.startAndAwait();
        HttpRequest fault = HttpRequest.newBuilder(run.world("/alipay/faults"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"kind\": \"timeout\", \"next\": -1}"))
                .build();
        HttpClient.newHttpClient().send(fault, HttpResponse.BodyHandlers.discarding());
        try (MerchantBackEnd merchant = new MerchantBackEnd(run, orders)) {
            merchant.open();
            await().atMost(PATIENCE)
                    .until(() -> count("SELECT count(*) FROM agreement WHERE lease_until > CURRENT_TIMESTAMP") > 0);

            Duration took = terminate();

            System.out.printf(
                    "StopTest: stopped after %.1f s with a gateway that hangs and 4 s for what is in flight%n",
                    took.toMillis() / 1000.0);
            assertThat(run.log()).contains("Gave back");
            assertNothingIsClaimed();
        }
    }

    @Test
    void endsAlthoughTheDatabaseIsAway() throws Exception {
        run.with("camel.main.shutdownTimeout", "4").startAndAwait();
        database.kill();
        await().atMost(PATIENCE).until(() -> run.log().contains("Failed to obtain DB connection"));

        Duration took = terminate();

        System.out.printf("StopTest: stopped after %.1f s without a database%n", took.toMillis() / 1000.0);
    }
}
