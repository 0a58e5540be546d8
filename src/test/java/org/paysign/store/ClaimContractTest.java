package org.paysign.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.paysign.agreement.Claim;
import org.paysign.agreement.Signal;
import org.paysign.agreement.State;

/** How every store hands out work, once, with lease and fence; a subclass names the database. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ClaimContractTest {

    private Database database;
    private StoreSample store;

    /** Opens an empty database. */
    abstract Database open();

    @BeforeAll
    void opens() {
        database = open();
    }

    @AfterAll
    void closes() {
        database.close();
    }

    @BeforeEach
    void takesMerchantOfItsOwn() {
        store = new StoreSample(database);
    }

    @Test
    void claimsQuestionOnceAndDropsLateAnswer() {
        Agreement agreement = store.asked("n");
        Due lost = store.questions
                .claim(Subject.UNKNOWN, store.merchant, StoreSample.claiming(9))
                .get(0);
        assertThat(lost.reported()).containsExactly("6001");
        assertThat(lost.windowClosed()).isFalse();
        assertThat(store.questions.claim(Subject.UNKNOWN, store.merchant, StoreSample.claiming(9)))
                .isEmpty();
        assertThat(store.questions.merchants(Subject.UNKNOWN, 100)).doesNotContain(store.merchant);

        store.time.pass("n" + store.merchant, Duration.ofMinutes(2));
        Due held = store.questions
                .claim(Subject.UNKNOWN, store.merchant, StoreSample.claiming(9))
                .get(0);

        assertThat(held.attempts()).isEqualTo(2);
        assertThat(store.questions.answer(lost, Set.of(StoreSample.notSigned(lost)), StoreSample.MINUTE))
                .isFalse();
        assertThat(store.questions.postpone(lost, StoreSample.MINUTE, "late")).isFalse();
        assertThat(store.state("n")).isEqualTo(State.UNKNOWN);
        assertThat(store.questions.answer(held, Set.of(StoreSample.notSigned(held)), StoreSample.MINUTE))
                .isTrue();
        assertThat(store.agreements.find(agreement.key()).orElseThrow().state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void dropsAnswerToQuestionAskedBeforeTheLastSignal() {
        Agreement agreement = store.asked("n");
        Due due = store.questions
                .claim(Subject.UNKNOWN, store.merchant, StoreSample.claiming(9))
                .get(0);

        store.agreements.record(agreement.id(), new Signal.Claimed(1, Claim.SIGNED, "7000", true, ""));

        assertThat(store.questions.answer(due, Set.of(StoreSample.notSigned(due)), StoreSample.MINUTE))
                .isFalse();
        assertThat(store.questions
                        .claim(Subject.UNKNOWN, store.merchant, StoreSample.claiming(9))
                        .get(0)
                        .reported())
                .containsExactlyInAnyOrder("6001", "7000");
    }

    @Test
    void letsNoFurtherHandJoinWhenEnoughIsClaimed() {
        List.of("a", "b", "c").forEach(name -> {
            Agreement agreement = store.asked(name);
            store.agreements.record(agreement.id(), new Signal.Claimed(1, Claim.CANCELLED, "6009", false, ""));
        });
        store.questions.claim(Subject.UNKNOWN, store.merchant, StoreSample.claiming(2));
        store.outcomes.claim(store.lane("cancel"), 2, StoreSample.MINUTE);

        assertThat(store.questions.merchants(Subject.UNKNOWN, 2)).doesNotContain(store.merchant);
        assertThat(store.questions.merchants(Subject.UNKNOWN, 3)).contains(store.merchant);
        assertThat(store.outcomes.lanes(2)).doesNotContain(store.lane("cancel"));
        assertThat(store.outcomes.lanes(3)).contains(store.lane("cancel"));
    }

    @Test
    void postponesQuestion() {
        store.asked("n");
        Due due = store.questions
                .claim(Subject.UNKNOWN, store.merchant, StoreSample.claiming(9))
                .get(0);

        assertThat(store.questions.postpone(due, StoreSample.MINUTE, "x".repeat(200)))
                .isTrue();

        assertThat(store.questions.claim(Subject.UNKNOWN, store.merchant, StoreSample.claiming(9)))
                .isEmpty();
        store.time.pass("n" + store.merchant, StoreSample.MINUTE);
        assertThat(store.questions.merchants(Subject.UNKNOWN, 100)).contains(store.merchant);
        assertThat(store.questions.claim(Subject.UNKNOWN, store.merchant, StoreSample.claiming(9)))
                .hasSize(1);
    }

    @Test
    void asksAboutSignedAgreementADayLater() {
        Agreement agreement = store.signRequest("n");
        store.agreements.record(agreement.id(), StoreSample.signedUntil("2115-02-01 00:00:00"));
        store.time.pass("n" + store.merchant, Duration.ofHours(23));
        assertThat(store.questions.merchants(Subject.SIGNED, 9)).doesNotContain(store.merchant);
        store.time.pass("n" + store.merchant, Duration.ofHours(2));
        assertThat(store.questions.claim(Subject.UNKNOWN, store.merchant, StoreSample.claiming(9)))
                .isEmpty();
        assertThat(store.questions.merchants(Subject.SIGNED, 9)).contains(store.merchant);

        Due due = claimSigned();
        assertThat(due.agreement().agreementNo()).isEqualTo("2026");
        assertThat(due.expired()).isFalse();
        assertThat(store.questions.stands(due)).isTrue();

        assertThat(store.questions.claim(Subject.SIGNED, store.merchant, StoreSample.claiming(9)))
                .isEmpty();
        store.time.pass("n" + store.merchant, Duration.ofHours(25));
        assertThat(claimSigned().attempts()).isEqualTo(1);
    }

    @Test
    void asksRightAfterAnAgreementRanOut() {
        Agreement agreement = store.signRequest("n");
        String inTwoHours = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")
                .withZone(ZoneOffset.ofHours(8))
                .format(Instant.now().plus(Duration.ofHours(2)));
        store.agreements.record(agreement.id(), StoreSample.signedUntil(inTwoHours));
        store.time.pass("n" + store.merchant, Duration.ofHours(1));
        assertThat(store.questions.claim(Subject.SIGNED, store.merchant, StoreSample.claiming(9)))
                .isEmpty();

        store.time.pass("n" + store.merchant, Duration.ofMinutes(62));

        assertThat(claimSigned().expired()).isTrue();
    }

    private Due claimSigned() {
        return store.questions
                .claim(Subject.SIGNED, store.merchant, StoreSample.claiming(9))
                .get(0);
    }

    @Test
    void wakesSilentAgreementOnce() {
        store.signRequest("n");
        assertThat(store.questions.claim(Subject.UNKNOWN, store.merchant, StoreSample.claiming(9)))
                .isEmpty();

        store.time.pass("n" + store.merchant, StoreSample.MINUTE);

        assertThat(store.questions.wakeSilent(9)).isEqualTo(1);
        assertThat(store.questions.wakeSilent(9)).isZero();
        assertThat(store.questions.claim(Subject.UNKNOWN, store.merchant, StoreSample.claiming(9)))
                .hasSize(1);
    }

    @Test
    void claimsDisjointRowsInTwoThreads() throws Exception {
        List.of("a", "b", "c", "d", "e", "f").forEach(name -> {
            Agreement agreement = store.asked(name);
            store.agreements.record(agreement.id(), new Signal.Claimed(1, Claim.CANCELLED, "6009", false, ""));
        });

        List<List<Due>> asked = StoreSample.together(
                4, n -> store.questions.claim(Subject.UNKNOWN, store.merchant, StoreSample.claiming(2)));
        List<List<Delivery>> delivered =
                StoreSample.together(4, n -> store.outcomes.claim(store.lane("cancel"), 2, StoreSample.MINUTE));

        assertThat(asked.stream().flatMap(List::stream).map(due -> due.agreement()
                        .id()))
                .doesNotHaveDuplicates();
        assertThat(delivered.stream().flatMap(List::stream).map(Delivery::id)).doesNotHaveDuplicates();
    }

    @Test
    void deliversOutcomeOnce() {
        store.agreements.record(store.signRequest("n").id(), StoreSample.signed());
        assertThat(store.outcomes.lanes(1)).contains(store.lane("success"));
        Delivery lost = store.outcomes
                .claim(store.lane("success"), 9, StoreSample.MINUTE)
                .get(0);
        assertThat(store.outcomes.lanes(9)).doesNotContain(store.lane("success"));

        store.time.pass("n" + store.merchant, Duration.ofMinutes(2));
        Delivery held = store.outcomes
                .claim(store.lane("success"), 9, StoreSample.MINUTE)
                .get(0);

        assertThat(held.tries()).isEqualTo(2);
        assertThat(held.body()).isEqualTo(lost.body());
        assertThat(held.age()).isBetween(Duration.ofMinutes(2), Duration.ofMinutes(4));
        assertThat(store.outcomes.delivered(lost)).isFalse();
        assertThat(store.outcomes.park(lost, "late")).isFalse();
        assertThat(store.outcomes.delivered(held)).isTrue();
        assertThat(store.outcomes.delivered(held)).isFalse();
        assertThat(store.outcomes.lanes(9)).doesNotContain(store.lane("success"));
    }

    @Test
    void postponesAndParksOutcome() {
        store.agreements.record(store.signRequest("n").id(), StoreSample.signed());
        Delivery first = store.outcomes
                .claim(store.lane("success"), 9, StoreSample.MINUTE)
                .get(0);

        assertThat(store.outcomes.postpone(first, StoreSample.MINUTE, "http_503"))
                .isTrue();
        assertThat(store.outcomes.claim(store.lane("success"), 9, StoreSample.MINUTE))
                .isEmpty();
        store.time.pass("n" + store.merchant, StoreSample.MINUTE);
        Delivery second = store.outcomes
                .claim(store.lane("success"), 9, StoreSample.MINUTE)
                .get(0);
        assertThat(store.outcomes.park(second, "http_503")).isTrue();

        assertThat(store.outcomes.lanes(9)).doesNotContain(store.lane("success"));
        Map<String, Object> row = store.time.outcomes("n" + store.merchant).get(0);
        assertThat(row.get("status")).isEqualTo("PARKED");
        assertThat(row.get("last_error")).isEqualTo("http_503");
    }
}
