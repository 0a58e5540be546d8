package org.paysign.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.paysign.sandbox.BrokerSettings;
import org.paysign.sandbox.EmbeddedBroker;
import org.paysign.store.Postgres;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Two instances with the shipped routes and one timetable; a route of the test says which tick woke whom. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@org.jspecify.annotations.NullUnmarked
class TicksTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Set<String> EVERY_SECOND = Set.of("tick", "poll-unknown", "deliver-outcome", "wake-silent");

    @TempDir
    private static Path folder;

    private static PostgresServer database;
    private static EmbeddedBroker broker;
    private static RunProcess first;
    private static RunProcess second;

    @BeforeAll
    static void startTwoAtTheSameTime() throws Exception {
        database = PostgresServer.in(folder.resolve("database"));
        database.start();
        broker = EmbeddedBroker.start(new BrokerSettings(folder, 0, "port", "paysign", "paysign", 7));
        String url = "tcp://127.0.0.1:" + broker.port();
        first = RunProcess.on(url, url, "paysign", folder.resolve("ticks"))
                .on(database)
                .withRoutes(routes());
        second = first.sibling("second");
        // On an empty database: who comes second waits for the tables.
        first.start();
        second.startAndAwait();
        awaitTicks(first, Instant.EPOCH, 1);
        awaitTicks(second, Instant.EPOCH, 1);
    }

    @AfterAll
    static void stop() throws Exception {
        second.close();
        first.close();
        broker.close();
        database.close();
    }

    /** The shipped ones and that of the test. */
    private static Path routes() throws IOException {
        Path routes = Files.createDirectories(folder.resolve("routes"));
        try (DirectoryStream<Path> shipped = Files.newDirectoryStream(Path.of("routes"), "*.yaml")) {
            for (Path file : shipped) {
                Files.copy(file, routes.resolve(file.getFileName()));
            }
        }
        Files.copy(Path.of("src/test/resources/process/99-tick.camel.yaml"), routes.resolve("99-tick.camel.yaml"));
        return routes;
    }

    private static void awaitTicks(RunProcess instance, Instant since, int count) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).untilAsserted(() -> assertThat(
                        Tick.heardBy(instance))
                .filteredOn(tick -> tick.due().isAfter(since))
                .hasSizeGreaterThanOrEqualTo(count));
    }

    private static List<Tick> all() throws IOException {
        return Stream.concat(Tick.heardBy(first).stream(), Tick.heardBy(second).stream())
                .toList();
    }

    private static void assertEachOnce() throws IOException {
        assertThat(all()).extracting(Tick::due).doesNotHaveDuplicates();
    }

    /** The shipped scans as well as the test's route have a trigger that waits for its time or has just come. */
    private static void assertNoTriggerIsStuck() {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(database.jdbc()
                        .sql("SELECT trigger_name FROM qrtz_triggers WHERE prev_fire_time > ?")
                        .param(Instant.now().minusSeconds(3).toEpochMilli())
                        .query(String.class)
                        .list())
                .containsAll(EVERY_SECOND));
        assertThat(database.jdbc()
                        .sql(
                                "SELECT trigger_name FROM qrtz_triggers WHERE trigger_state NOT IN ('WAITING', 'ACQUIRED')")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    @Order(1)
    void firesEveryTickOnce() throws Exception {
        Instant begin = Instant.now();
        long transactions = transactions();
        await().atMost(PATIENCE)
                .until(() ->
                        all().stream().filter(tick -> tick.due().isAfter(begin)).count() >= 6);
        double cost = (transactions() - transactions)
                / (double) Duration.between(begin, Instant.now()).toSeconds();

        System.out.printf(
                "TicksTest: %d ticks since the start of the first instance, %d of them in the first and %d in the"
                        + " second; both idle they cost the database %.0f transactions a second%n",
                all().size(), Tick.heardBy(first).size(), Tick.heardBy(second).size(), cost);
        assertEachOnce();
        assertNoTriggerIsStuck();
    }

    private static long transactions() {
        return database.jdbc()
                .sql("SELECT xact_commit + xact_rollback FROM pg_stat_database WHERE datname = 'postgres'")
                .query(Long.class)
                .single();
    }

    @Test
    @Order(2)
    void goesOnWhenTheInstanceThatHasTheNextTickIsKilled() throws Exception {
        RunProcess dead = holderOfTheNextTick();
        RunProcess survivor = dead == first ? second : first;
        dead.kill();
        Instant killed = Instant.now();
        awaitTicks(survivor, killed, 1);
        Duration silence = Duration.between(killed, Instant.now());
        awaitTicks(survivor, killed, 5);

        System.out.printf(
                "TicksTest: take-over %.1f s after kill -9 of the instance that had the next tick%n",
                silence.toMillis() / 1000.0);
        assertEachOnce();
        assertNoTriggerIsStuck();
        dead.with("paysign.keys.cron", "0 0 11 * * ?").startAndAwait();
        awaitTicks(dead, killed, 1);
        assertThat(database.jdbc()
                        .sql("SELECT cron_expression FROM qrtz_cron_triggers WHERE trigger_name = 'watch-keys'")
                        .query(String.class)
                        .single())
                .as("a changed cron holds from the start of the first instance that has it")
                .isEqualTo("0 0 11 * * ?");
    }

    /** Whoever has reserved the test's next tick: killed now, nobody else may take it until it is missed. */
    private static RunProcess holderOfTheNextTick() throws Exception {
        SingleConnectionDataSource watch =
                new SingleConnectionDataSource(database.url(), Postgres.USER, Postgres.PASSWORD, true);
        JdbcClient jdbc = JdbcClient.create(watch);
        String holder = await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(
                        () -> jdbc.sql("SELECT instance_name FROM qrtz_fired_triggers WHERE trigger_name = 'tick'"
                                        + " AND state = 'ACQUIRED' AND sched_time > ?")
                                .param(Instant.now().plusMillis(100).toEpochMilli())
                                .query(String.class)
                                .list(),
                        list -> !list.isEmpty())
                .get(0);
        watch.destroy();
        return Tick.heardBy(first).stream().anyMatch(tick -> tick.scheduler().equals(holder)) ? first : second;
    }

    @Test
    @Order(4)
    void leavesTheTriggersToTheOthersWhenStopped() throws Exception {
        Instant stopped = Instant.now();
        int exit = second.terminate();
        awaitTicks(first, Instant.now(), 5);

        List<Tick> since = all().stream()
                .filter(tick -> tick.due().isAfter(stopped.minusSeconds(2)))
                .toList();
        System.out.printf(
                "TicksTest: %d s without a tick when an instance was stopped%n",
                Tick.longestGap(since).toSeconds());
        assertThat(exit).isEqualTo(143);
        assertEachOnce();
        assertNoTriggerIsStuck();
    }

    @Test
    @Order(3)
    void goesOnWhenTheDatabaseIsBack() throws Exception {
        List<Long> before = List.of(first.pid(), second.pid());
        database.kill();
        Instant killed = Instant.now();
        await().atMost(PATIENCE).until(() -> Instant.now().isAfter(killed.plusSeconds(4)));
        database.start();
        Instant back = Instant.now();
        awaitTicks(first, back, 1);
        awaitTicks(second, back, 1);

        System.out.printf(
                "TicksTest: both instances tick again %.1f s after the database was back%n",
                Duration.between(back, Instant.now()).toMillis() / 1000.0);
        assertThat(List.of(first.pid(), second.pid()))
                .as("nobody restarted them")
                .isEqualTo(before);
        assertThat(first.isAlive() && second.isAlive()).isTrue();
        assertEachOnce();
        assertNoTriggerIsStuck();
    }
}
