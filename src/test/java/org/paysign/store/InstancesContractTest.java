package org.paysign.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.paysign.agreement.State;
import org.paysign.support.ClassLog;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several instances, of one version or of two, on one database; a subclass names it. */
@NullUnmarked
abstract class InstancesContractTest {

    private static final Claiming OVER_AT_ONCE = new Claiming(9, 9, Duration.ZERO);

    private UpgradeContractTest.Access access;
    private Database one;
    private Database other;
    private StoreSample store;

    /** An empty database. */
    abstract UpgradeContractTest.Access empty();

    @BeforeEach
    void opensTwice() throws Exception {
        access = empty();
        List<Database> both = StoreSample.together(2, n -> access.open());
        one = both.get(0);
        other = both.get(1);
        store = new StoreSample(one);
    }

    @AfterEach
    void closes() {
        one.close();
        other.close();
    }

    private JdbcClient jdbc() {
        return JdbcClient.create(access.source());
    }

    private List<Due> claim(Claiming claiming) {
        return store.questions.claim(Subject.UNKNOWN, store.merchant, claiming);
    }

    @Test
    void countsAnswerThatComesAfterItsLease() {
        store.asked("n");
        Due late = claim(OVER_AT_ONCE).get(0);
        assertThat(claim(StoreSample.claiming(9))).hasSize(1);

        assertThat(store.questions.answer(late, Set.of(StoreSample.notSigned(late)), StoreSample.MINUTE))
                .isFalse();

        assertThat(one.lateRefusals()).isEqualTo(1);
        assertThat(other.lateRefusals()).isZero();
        assertThat(store.state("n")).isEqualTo(State.UNKNOWN);
    }

    @Test
    void countsNoAnswerThatASignalHasOvertaken() {
        Agreement agreement = store.asked("n");
        Due due = claim(StoreSample.claiming(9)).get(0);
        store.agreements.record(agreement.id(), StoreSample.signed());

        assertThat(store.questions.answer(due, Set.of(StoreSample.notSigned(due)), StoreSample.MINUTE))
                .isFalse();

        assertThat(one.lateRefusals()).isZero();
    }

    @Test
    void countsDeliveryThatIsMarkedAfterItsLease() {
        Agreement agreement = store.signRequest("n");
        store.agreements.record(agreement.id(), StoreSample.signed());
        Delivery late =
                store.outcomes.claim(store.lane("success"), 9, Duration.ZERO).get(0);
        Delivery again = new StoreSample(other, store.merchant)
                .outcomes
                .claim(store.lane("success"), 9, StoreSample.MINUTE)
                .get(0);

        assertThat(store.outcomes.delivered(late)).isFalse();
        assertThat(store.outcomes.postpone(late, StoreSample.MINUTE, "late")).isFalse();

        assertThat(one.lateRefusals()).isEqualTo(2);
        assertThat(again.id()).isEqualTo(late.id());
        assertThat(again.body()).isEqualTo(late.body());
        assertThat(new StoreSample(other, store.merchant).outcomes.delivered(again))
                .isTrue();
    }

    @Test
    void givesBackWhatIsClaimedWhenItStops() {
        store.asked("open");
        store.asked("answered");
        Agreement told = store.signRequest("told");
        store.agreements.record(told.id(), StoreSample.signed());
        List<Due> claimed = claim(StoreSample.claiming(9));
        Due answered = claimed.stream()
                .filter(due -> due.agreement().key().equals(store.key("answered")))
                .findFirst()
                .orElseThrow();
        store.questions.postpone(answered, StoreSample.DAY, "later");
        Delivery letter =
                store.outcomes.claim(store.lane("success"), 9, StoreSample.DAY).get(0);

        one.close();

        StoreSample survivor = new StoreSample(other, store.merchant);
        assertThat(survivor.questions.claim(Subject.UNKNOWN, store.merchant, StoreSample.claiming(9)))
                .as("what was open, and not what was answered")
                .extracting(due -> due.agreement().key())
                .containsExactly(store.key("open"));
        assertThat(survivor.outcomes.claim(store.lane("success"), 9, StoreSample.DAY))
                .extracting(Delivery::id)
                .containsExactly(letter.id());
        assertThat(survivor.outcomes.delivered(letter))
                .as("from a thread that was still at it")
                .isFalse();
    }

    @Test
    void leavesAloneWhatANewerVersionLearnt() {
        Agreement newer = store.asked("newer");
        Agreement silent = store.signRequest("silent");
        signal(newer);
        signal(silent);
        store.asked("known");
        store.time.pass("silent" + store.merchant, Duration.ofMinutes(2));

        try (ClassLog log = new ClassLog(NewerRows.class)) {
            assertThat(claim(StoreSample.claiming(9)))
                    .extracting(due -> due.agreement().key())
                    .containsExactly(store.key("known"));
            assertThat(store.questions.wakeSilent(9)).isEqualTo(1);
            assertThat(store.questions.wakeSilent(9)).isZero();
            assertThat(log.lines())
                    .anyMatch(line -> line.startsWith("ERROR Agreement " + newer.id() + " was written by a newer"))
                    .anyMatch(line -> line.startsWith("ERROR Agreement " + silent.id() + " was written by a newer"));
        }

        assertThat(store.state("newer")).isEqualTo(State.UNKNOWN);
        assertThat(store.state("silent")).isEqualTo(State.ISSUED);
        assertThatExceptionOfType(NewerRow.class)
                .isThrownBy(() -> store.agreements.record(newer.id(), StoreSample.signed()))
                .withMessageContaining("run that version");
    }

    private void signal(Agreement agreement) {
        jdbc().sql("INSERT INTO agreement_signal (agreement_id, digest, content, received_at)"
                        + " VALUES (?, 'newer', '{\"kind\":\"frozen\",\"round\":1}', CURRENT_TIMESTAMP)")
                .param(agreement.id())
                .update();
    }

    @Test
    void leavesAloneWhatIsInAStateOfANewerVersion() {
        Agreement newer = store.asked("newer");
        store.asked("known");
        jdbc().sql("UPDATE agreement SET state = 'FROZEN' WHERE id = ?")
                .param(newer.id())
                .update();

        assertThat(claim(new Claiming(1, 1, StoreSample.MINUTE)))
                .as("the oldest is the newer version's")
                .isEmpty();
        assertThat(claim(new Claiming(1, 1, StoreSample.MINUTE)))
                .extracting(due -> due.agreement().key())
                .containsExactly(store.key("known"));

        assertThat(jdbc().sql("SELECT state FROM agreement WHERE id = ?")
                        .param(newer.id())
                        .query(String.class)
                        .single())
                .isEqualTo("FROZEN");
    }

    @Test
    void startsAndWorksOnTheSchemaOfANewerVersion() {
        UpgradeContractTest.Access fresh = empty();
        try (Database running = fresh.open()) {
            Flyway.configure()
                    .dataSource(fresh.source())
                    .locations(
                            "classpath:org/paysign/store/migration",
                            "classpath:org/paysign/store/indexes/" + vendor(),
                            "classpath:newer")
                    .load()
                    .migrate();

            try (Database older = fresh.open()) {
                StoreSample late = new StoreSample(older);
                Agreement agreement = late.asked("n");
                Due due = late.questions
                        .claim(Subject.UNKNOWN, late.merchant, StoreSample.claiming(9))
                        .get(0);
                assertThat(late.questions.answer(due, Set.of(StoreSample.signed()), StoreSample.MINUTE))
                        .isTrue();
                assertThat(late.outcomes.claim(late.lane("success"), 9, StoreSample.MINUTE))
                        .hasSize(1);
                assertThat(late.agreements.find(agreement.key()).orElseThrow().state())
                        .isEqualTo(State.SIGNED);
            }
            // Over H2 one process migrates before it works: whoever has a table open meanwhile is lost there.
            if (vendor().equals("postgresql")) {
                StoreSample meanwhile = new StoreSample(running);
                meanwhile.asked("by the one that runs");
                assertThat(meanwhile.questions.claim(Subject.UNKNOWN, meanwhile.merchant, StoreSample.claiming(9)))
                        .hasSize(1);
            }
        }
    }

    private String vendor() {
        return access.url().startsWith("jdbc:postgresql:") ? "postgresql" : "h2";
    }

    @Test
    void migratesOnceHoweverManyStart() throws Exception {
        UpgradeContractTest.Access fresh = empty();

        List<Database> all = StoreSample.together(4, n -> fresh.open());

        assertThat(JdbcClient.create(fresh.source())
                        .sql("SELECT \"version\" FROM \"flyway_schema_history\" WHERE \"success\"")
                        .query(String.class)
                        .list())
                .as("every version once")
                .doesNotHaveDuplicates()
                .contains("1", "2", "3", "4");
        all.forEach(Database::close);
    }
}
