package org.paysign.sandbox.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.zaxxer.hikari.HikariDataSource;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.paysign.store.Postgres;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the pages read of the bundle's own schema, on both of its databases. */
@NullUnmarked
final class StoreBooksTest {

    private static HikariDataSource postgres;
    private static HikariDataSource h2;

    @BeforeAll
    static void fill() {
        h2 = new HikariDataSource();
        h2.setJdbcUrl("jdbc:h2:mem:pages");
        fill(h2, "h2");
        postgres = new HikariDataSource();
        postgres.setJdbcUrl(Postgres.database());
        postgres.setUsername(Postgres.USER);
        postgres.setPassword(Postgres.PASSWORD);
        fill(postgres, "postgresql");
    }

    @AfterAll
    static void close() {
        h2.close();
        postgres.close();
    }

    static Stream<Arguments> databases() {
        return Stream.of(Arguments.of("H2", h2), Arguments.of("PostgreSQL", postgres));
    }

    private static void fill(DataSource store, String vendor) {
        assertThat(Flyway.configure()
                        .dataSource(store)
                        .locations(
                                "classpath:org/paysign/store/migration",
                                "classpath:org/paysign/store/indexes/" + vendor)
                        .load()
                        .migrate()
                        .success)
                .isTrue();
        var jdbc = JdbcClient.create(store);
        agreement(jdbc, 1, "T_1001", "SIGNED");
        agreement(jdbc, 2, "TX1001", "UNKNOWN");
        agreement(jdbc, 3, "T1003", "UNKNOWN");
        jdbc.sql(
                        "INSERT INTO agreement_signal (agreement_id, digest, content, received_at) VALUES (1, 'd',"
                                + " '{\"kind\":\"signed\",\"fields\":{\"alipay_user_id\":\"2088123456789012\"}}', CURRENT_TIMESTAMP)")
                .update();
        jdbc.sql("INSERT INTO outcome (id, agreement_id, version, merchant, target, body, status, tries, created_at,"
                        + " fence, last_error) VALUES ('o1', 1, 1, 'demo', 'success', ?, 'DELIVERED', 2,"
                        + " CURRENT_TIMESTAMP, 0, '')")
                .param(new byte[0])
                .update();
    }

    private static void agreement(JdbcClient jdbc, int id, String number, String state) {
        jdbc.sql("INSERT INTO agreement (id, merchant, external_agreement_no, app_id, product, scene, state, round,"
                        + " request_id, outcome_version, created_at, changed_at, window_ends_at, fence, attempts,"
                        + " last_answer, agreement_no) VALUES (?, 'demo', ?, 'app', 'p', 's', ?, 1, ?, 0,"
                        + " CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, 0, 0, '', ?)")
                .params(id, number, state, "order-" + id, "2026000" + id)
                .update();
        jdbc.sql("INSERT INTO sign_request (merchant, request_id, agreement_id, round, digest, reply, created_at)"
                        + " VALUES ('demo', ?, ?, 1, 'd', ?, CURRENT_TIMESTAMP)")
                .params("order-" + id, id, new byte[0])
                .update();
    }

    @ParameterizedTest(name = "{0}", autoCloseArguments = false)
    @MethodSource("databases")
    void listsTheNewestFirstAndNarrowsThem(String name, DataSource store) {
        var books = Books.of(store);

        assertThat(books.isEmpty()).isFalse();
        assertThat(books.list("", "")).extracting(StoreBooksTest::number).containsExactly("T1003", "TX1001", "T_1001");
        assertThat(books.list("", "UNKNOWN")).extracting(StoreBooksTest::number).containsExactly("T1003", "TX1001");
        assertThat(books.list("ORDER-2", "")).extracting(StoreBooksTest::number).containsExactly("TX1001");
        assertThat(books.list("20260001", ""))
                .extracting(StoreBooksTest::number)
                .containsExactly("T_1001");
    }

    @ParameterizedTest(name = "{0}", autoCloseArguments = false)
    @MethodSource("databases")
    void takesAnUnderscoreForAnUnderscore(String name, DataSource store) {
        assertThat(Books.of(store).list("t_1001", ""))
                .extracting(StoreBooksTest::number)
                .containsExactly("T_1001");
        assertThat(Books.of(store).list("%", "")).isEmpty();
        assertThat(Books.of(store).list("'; DROP TABLE agreement; --", "")).isEmpty();
    }

    @ParameterizedTest(name = "{0}", autoCloseArguments = false)
    @MethodSource("databases")
    void countsStatesAndTheLastHour(String name, DataSource store) {
        var books = Books.of(store);

        assertThat(books.counts().path("SIGNED").intValue()).isEqualTo(1);
        assertThat(books.counts().path("UNKNOWN").intValue()).isEqualTo(2);
        assertThat(books.counts().path("oldestUnknown").textValue()).endsWith("Z");
        assertThat(books.lastHour().at("/outcomes/0/target").textValue()).isEqualTo("success");
        assertThat(books.lastHour().path("requests").findValuesAsText("count").stream()
                        .mapToInt(Integer::parseInt)
                        .sum())
                .isEqualTo(3);
    }

    @ParameterizedTest(name = "{0}", autoCloseArguments = false)
    @MethodSource("databases")
    void tellsTheHistoryOfOneWithoutWhatIsPersonal(String name, DataSource store) {
        var history = Books.of(store).history("T_1001");

        assertThat(history.at("/agreement/state").textValue()).isEqualTo("SIGNED");
        assertThat(history.at("/agreement/outcomes/0/tries").intValue()).isEqualTo(2);
        assertThat(history.at("/signals/0/signal/kind").textValue()).isEqualTo("signed");
        assertThat(history.toString()).doesNotContain("2088123456789012");
        assertThat(Books.of(store).numberOf("20260001")).contains("T_1001");
        assertThat(Books.of(store).history("T_9999")).isEmpty();
    }

    private static String number(ObjectNode agreement) {
        return agreement.path("number").textValue();
    }
}
