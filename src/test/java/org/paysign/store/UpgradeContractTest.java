package org.paysign.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.paysign.agreement.AgreementKey;
import org.paysign.agreement.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database that the first version has written; a subclass names it. */
abstract class UpgradeContractTest {

    private static final AgreementKey KEY = new AgreementKey("shop", "T1");

    private final Access access = empty();

    /** An empty database. */
    abstract Access empty();

    /** How to get in. */
    record Access(String url, String user, String password) {

        Database open() {
            return Database.open(url, user, password, PoolSettings.of(2));
        }

        DriverManagerDataSource source() {
            return new DriverManagerDataSource(url, user, password);
        }
    }

    @BeforeEach
    void writesWithTheFirstVersion() {
        DriverManagerDataSource source = access.source();
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:org/paysign/store/migration")
                .target("1")
                .load()
                .migrate();
        JdbcClient jdbc = JdbcClient.create(source);
        jdbc.sql("INSERT INTO agreement (id, merchant, external_agreement_no, app_id, product, scene, state, round,"
                        + " request_id, outcome_version, created_at, changed_at, window_ends_at, fence, attempts,"
                        + " last_answer) VALUES (1, 'shop', 'T1', 'app', 'P', 'S', 'SIGNED', 1, 'r', 1,"
                        + " CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, 0, 0, '')")
                .update();
        signal(jdbc, "{\"kind\":\"issued\",\"requestId\":\"r\",\"round\":1}");
        signal(jdbc, "{\"agreementNo\":\"A1\",\"evidence\":\"SYNC\",\"fields\":{},\"kind\":\"signed\",\"round\":1}");
    }

    private static void signal(JdbcClient jdbc, String content) {
        jdbc.sql("INSERT INTO agreement_signal (agreement_id, digest, content, received_at)"
                        + " VALUES (1, ?, ?, CURRENT_TIMESTAMP)")
                .params(String.valueOf(content.hashCode()), content)
                .update();
    }

    @Test
    void asksAboutWhatWasSigned() {
        try (Database database = access.open()) {
            assertThat(questions(database).claim(Subject.SIGNED, "shop", StoreSample.claiming(9)))
                    .singleElement()
                    .satisfies(due -> assertThat(due.agreement().key()).isEqualTo(KEY));
        }
    }

    @Test
    void understandsTheEndThatNamedNoNumber() {
        JdbcClient jdbc = JdbcClient.create(access.source());
        signal(
                jdbc,
                "{\"evidence\":\"QUERY\",\"fields\":{},\"kind\":\"ended\",\"reason\":\"AGREEMENT_HAS_UNSIGNED\",\"round\":1}");
        try (Database database = access.open()) {
            JdbcAgreements agreements =
                    new JdbcAgreements(database, (id, version, about, verdict, at) -> "", StoreSample.PACE);
            agreements.record(1, StoreSample.signed());
            assertThat(agreements.find(KEY).orElseThrow().state()).isEqualTo(State.ENDED);
        }
    }

    private static Questions questions(Database database) {
        return new JdbcQuestions(database, (id, version, about, verdict, at) -> "", StoreSample.PACE, StoreSample.RATE);
    }
}
