package org.paysign.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paysign.process.Books.Receipt;

/**
 * Two instances on one PostgreSQL and one broker, of which each is killed and one is paused past its lease while requests
 * and results are in flight. A longer proof: {@code ./mvnw test -Dtest=SeveralInstancesTest -Dinstances.requests=2000
 * -Dinstances.kills=3 -Dinstances.pauses=2 -Dcrash.window=240}; with so much waiting in the queue customers need a longer
 * time to sign, or they come after their agreement has expired and is told as cancelled.
 */
@org.jspecify.annotations.NullUnmarked
class SeveralInstancesTest {

    private static final int REQUESTS = Integer.getInteger("instances.requests", 100);
    /** Of an instance, of the broker and of the database each. */
    private static final int KILLS = Integer.getInteger("instances.kills", 1);

    private static final int PAUSES = Integer.getInteger("instances.pauses", 1);

    private static final Duration LEASE = Duration.ofSeconds(8);
    /** How long an instance waits for Alipay's answer. */
    private static final Duration CALL = Duration.ofSeconds(2);

    private static final Duration PATIENCE = Duration.ofSeconds(150 + REQUESTS / 3);
    private static final Pattern REFUSED = Pattern.compile("Refused by its fence: (\\w+)");

    @TempDir
    private Path folder;

    private final List<Order> orders =
            IntStream.range(0, REQUESTS).mapToObj(Order::new).toList();
    private final List<Receipt> letters = new CopyOnWriteArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();

    private StandaloneBroker broker;
    private PostgresServer database;
    private List<RunProcess> instances;
    private Outcomes outcomes;
    private MerchantBackEnd merchant;

    @Test
    void losesDoublesAndInventsNothing() throws Exception {
        Instant began = Instant.now();
        try (StandaloneBroker queues = StandaloneBroker.in(folder, "instances", UnaryOperator.identity());
                PostgresServer rows = PostgresServer.in(folder.resolve("database"))) {
            broker = queues;
            database = rows;
            broker.start();
            database.start();
            Path data = folder.resolve("instances");
            try (RunProcess first = RunProcess.on(broker, broker.plainUrl(), "paysign", data)
                            .on(database);
                    RunProcess second = prepared(first).sibling("second")) {
                instances = List.of(first, second);
                outcomes = new Outcomes(first);
                first.start();
                second.startAndAwait();
                live();
            }
            Books books = new Books(database.jdbc(), data);
            List<Receipt> arrived =
                    Stream.concat(books.receipts().stream(), letters.stream()).toList();
            print(arrived, Duration.between(began, Instant.now()));
            new Reckoning(books, orders).balances(arrived);
            for (String queue : List.of("DLQ", "ExpiryQueue", "paysign.parked")) {
                assertThat(broker.isEmpty(queue)).as(queue).isTrue();
            }
            assertThat(refused()).as("what a paused instance brought too late").isPositive();
        }
    }

    /** Outcomes over HTTP and over the broker, and gateway calls that end well within a lease. */
    private static RunProcess prepared(RunProcess first) {
        return first.with(
                        "paysign.outcome.success",
                        first.world("/merchant/success").toString())
                .with("paysign.outcome.cancel", first.world("/merchant/cancel").toString())
                .with("paysign.poll.lease", String.valueOf(LEASE.toSeconds()))
                .with("paysign.deliver.lease", String.valueOf(LEASE.toSeconds()))
                .with("camel.component.http.responseTimeout", String.valueOf(CALL.toMillis()))
                .with("camel.component.http.soTimeout", String.valueOf(CALL.toMillis()));
    }

    private void live() throws Exception {
        Worker listener = new Worker(1);
        Courier ear = new Courier(instances.get(0).brokerUrl(), listener);
        try (MerchantBackEnd backEnd = new MerchantBackEnd(instances.get(0), orders);
                ear) {
            merchant = backEnd;
            ear.listen("paysign.outcome.retry", this::letter);
            merchant.open();
            List<Mishap> mishaps = mishaps();
            for (int next = 0; next < mishaps.size(); next++) {
                int point = 3 * REQUESTS * (next + 1) / (mishaps.size() + 1);
                await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> progress() >= point);
                mishaps.get(next).happen();
            }
            awaitTheEnd();
        }
        assertThat(merchant.failures()).isEmpty();
        assertThat(listener.failures()).isEmpty();
    }

    private void letter(String body) {
        Receipt letter = Receipt.of("retry", body);
        letters.add(letter);
        outcomes.heard(letter.number(), letter.endpoint());
    }

    /** Every kind in turn, and every other time the other instance. */
    private List<Mishap> mishaps() {
        Stream<Mishap> pauses = IntStream.range(0, PAUSES).mapToObj(turn -> () -> pause(instances.get(turn % 2)));
        Stream<Mishap> kills = IntStream.range(0, KILLS)
                .boxed()
                .flatMap(turn -> Stream.of(
                        () -> {
                            instances.get((turn + 1) % 2).kill();
                            instances.get((turn + 1) % 2).startAndAwait();
                        },
                        () -> {
                            database.kill();
                            database.start();
                        },
                        () -> {
                            broker.kill();
                            broker.start();
                        }));
        return Stream.concat(pauses, kills).toList();
    }

    /** Once more, if the call that the instance waited for ended between the look and the signal. */
    private void pause(RunProcess instance) throws Exception {
        long before = refused();
        for (int times = 0; times < 5 && refused() == before; times++) {
            pauseInACall(instance);
            Instant resumed = Instant.now();
            await().atMost(PATIENCE)
                    .until(() -> refused() > before || Instant.now().isAfter(resumed.plus(CALL.multipliedBy(2))));
        }
    }

    /** While the instance waits for Alipay's answer to what it has claimed; the other one asks again, and is answered. */
    private void pauseInACall(RunProcess instance) throws Exception {
        try (Jmx jmx = Jmx.attach(instance.pid())) {
            gatewayHangs(1_000);
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> (Long) jmx.route("call-alipay", "ExchangesInflight") > 0);
        }
        instance.pause();
        List<String> claims = claims();
        gatewayHangs(0);
        await().atMost(PATIENCE).until(() -> Collections.disjoint(claims, claims()));
        instance.resume();
    }

    /** What is claimed, by whichever instance. */
    private List<String> claims() {
        return database.jdbc()
                .sql("SELECT CONCAT(id, ' ', fence) FROM agreement WHERE lease_until IS NOT NULL")
                .query(String.class)
                .list();
    }

    private void gatewayHangs(int calls) throws IOException, InterruptedException {
        HttpRequest fault = HttpRequest.newBuilder(instances.get(0).world("/alipay/faults"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"kind\": \"timeout\", \"next\": " + calls + "}"))
                .build();
        assertThat(http.send(fault, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
    }

    /** Three things happen to an order: its reply, its result, its outcome. */
    private int progress() throws InterruptedException {
        assertThat(instances).allMatch(RunProcess::isAlive);
        long replied = orders.stream().filter(Order::isReplied).count();
        long reported = orders.stream().filter(Order::isReported).count();
        return (int) (replied + reported) + outcomes.finished(orders);
    }

    /** Everybody has heard, nothing is left to be done, and no claim of a killed instance is left to be done again. */
    private void awaitTheEnd() {
        Instant calm = Instant.now();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            assertThat(merchant.failures()).isEmpty();
            assertThat(progress()).as("waiting for %s", waiting()).isEqualTo(3 * REQUESTS);
            assertThat(count("SELECT count(*) FROM outcome WHERE status <> 'DELIVERED'"))
                    .isZero();
            assertThat(count("SELECT count(*) FROM agreement WHERE state IN ('ISSUED', 'UNKNOWN')"))
                    .isZero();
            assertThat(Duration.between(calm, Instant.now())).isGreaterThan(LEASE.plusSeconds(5));
            for (String queue : List.of("paysign.sign.request", "paysign.sign.result", "paysign.sign.reply")) {
                assertThat(broker.isEmpty(queue)).as(queue).isTrue();
            }
        });
    }

    private List<Order> waiting() {
        return orders.stream()
                .filter(order -> !order.isReported() || !outcomes.isFinished(order))
                .toList();
    }

    private int count(String query) {
        return database.jdbc().sql(query).query(Integer.class).single();
    }

    private long refused() throws IOException {
        return refusals().values().stream().mapToLong(Long::longValue).sum();
    }

    /** As the instances say in their logs, by table. */
    private Map<String, Long> refusals() throws IOException {
        StringBuilder said = new StringBuilder();
        for (RunProcess instance : instances) {
            said.append(instance.log());
        }
        return REFUSED.matcher(said)
                .results()
                .collect(Collectors.groupingBy(refusal -> refusal.group(1), Collectors.counting()));
    }

    private void print(List<Receipt> arrived, Duration took) throws IOException {
        int replies = orders.stream().mapToInt(order -> order.replies().size()).sum();
        System.out.printf(
                "SeveralInstancesTest: %d lifecycles, %d kills each of an instance, the database and the broker, %d"
                        + " pauses, %d replies (%d repeats), %d deliveries (%d repeats), refused by the fence %s, %d s%n",
                REQUESTS,
                KILLS,
                PAUSES,
                replies,
                replies - REQUESTS,
                arrived.size(),
                arrived.size() - REQUESTS,
                refusals(),
                took.toSeconds());
        System.out.printf(
                "SeveralInstancesTest: by endpoint %s%n",
                arrived.stream().distinct().collect(Collectors.groupingBy(Receipt::endpoint, Collectors.counting())));
    }

    /** Something that goes wrong. */
    private interface Mishap {
        void happen() throws Exception;
    }
}
