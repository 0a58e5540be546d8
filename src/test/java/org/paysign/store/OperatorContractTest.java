package org.paysign.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.paysign.agreement.State;

/** What operators see and change in every store; a subclass names the database. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OperatorContractTest {

    private Database database;
    private StoreSample store;
    private Tally tally;
    private Interventions interventions;
    private Journal journal;

    abstract Database open();

    @BeforeAll
    void opens() {
        database = open();
        tally = new JdbcTally(database);
        interventions = new JdbcInterventions(database);
        journal = new JdbcJournal(database);
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
    void countsByMerchantAndState() {
        Counts before = tally.count();
        store.signRequest("issued");
        store.asked("unknown-1");
        store.asked("unknown-2");
        store.agreements.record(store.signRequest("signed").id(), StoreSample.signed());

        Counts counts = tally.count();

        assertThat(counts.of(store.merchant))
                .containsAllEntriesOf(Map.of(State.ISSUED, 1L, State.UNKNOWN, 2L, State.SIGNED, 1L, State.ENDED, 0L));
        assertThat(counts.agreements(State.UNKNOWN)).isEqualTo(before.agreements(State.UNKNOWN) + 2);
        assertThat(counts.outcomes("PENDING")).isEqualTo(before.outcomes("PENDING") + 1);
    }

    @Test
    void writesDownWhatWasLearntInOrder() {
        long before = journal.last();
        Agreement agreement = store.asked("followed");
        store.agreements.record(agreement.id(), StoreSample.signed());

        List<JournalEntry> entries = journal.after(before, 100);

        assertThat(entries).extracting(JournalEntry::heard).containsExactly("issued", "claimed 6001", "signed sync");
        assertThat(entries)
                .allSatisfy(entry -> {
                    assertThat(entry.key()).isEqualTo(agreement.key());
                    assertThat(entry.state()).isEqualTo("SIGNED");
                    assertThat(entry.requestId()).isEqualTo("r-followed");
                    assertThat(entry.version()).isEqualTo(1);
                })
                .extracting(JournalEntry::number)
                .isSorted()
                .endsWith(journal.last());
        assertThat(journal.after(entries.get(0).number(), 1)).containsExactly(entries.get(1));
    }

    @Test
    void leavesWhatANewerVersionLearntUnread() {
        Agreement agreement = store.signRequest("newer");
        long before = journal.last();
        database.jdbc()
                .sql("INSERT INTO agreement_signal (agreement_id, digest, content, received_at)"
                        + " SELECT id, 'x', '{\"kind\":\"tomorrow\"}', CURRENT_TIMESTAMP FROM agreement WHERE id = ?")
                .param(agreement.id())
                .update();

        assertThat(journal.after(before, 9)).extracting(JournalEntry::heard).containsExactly("newer");
    }

    @Test
    void adoptsWhatPaySignHasNotIssuedOnceAndLetsAlipayDecide() throws Exception {
        Adoption adoption = new JdbcAdoption(database, store.body(), StoreSample.PACE);

        List<Boolean> adopted = StoreSample.together(
                4, n -> adoption.adopt(store.key("old"), "app", "CYCLE_PAY_AUTH_P", "INDUSTRY|CAR"));

        assertThat(adopted).containsOnlyOnce(true);
        assertThat(store.state("old")).isEqualTo(State.UNKNOWN);
        Due due = claimNow("old").orElseThrow();
        assertThat(due.windowClosed()).isTrue();
        store.questions.answer(due, Set.of(StoreSample.signed()), Duration.ZERO);
        assertThat(store.state("old")).isEqualTo(State.SIGNED);
        assertThat(adoption.adopt(store.key("old"), "app", "CYCLE_PAY_AUTH_P", "INDUSTRY|CAR"))
                .isFalse();
        assertThat(store.state("old")).isEqualTo(State.SIGNED);
    }

    @Test
    void tellsSinceWhenTheOldestIsUnknown() {
        store.asked("old");
        store.time.pass("old" + store.merchant, Duration.ofDays(9_000));
        Due due = claimNow("old").orElseThrow();

        // Answers that leave it open change the row, and not this.
        store.questions.answer(due, Set.of(), Duration.ofHours(1));

        assertThat(tally.count().oldestUnknown()).isBetween(Duration.ofDays(9_000), Duration.ofDays(9_001));
        store.agreements.record(due.agreement().id(), StoreSample.signed());
        assertThat(tally.count().oldestUnknown()).isLessThan(Duration.ofDays(9_000));
    }

    @Test
    void tellsHowLongTheOldestOutcomeWaits() {
        store.agreements.record(store.signRequest("told").id(), StoreSample.signed());
        store.time.pass("told" + store.merchant, Duration.ofDays(8_000));

        assertThat(tally.count().oldestPending()).isBetween(Duration.ofDays(8_000), Duration.ofDays(8_001));
        store.outcomes.delivered(store.outcomes
                .claim(store.lane("success"), 1, StoreSample.MINUTE)
                .get(0));
        assertThat(tally.count().oldestPending()).isLessThan(Duration.ofDays(8_000));
    }

    @Test
    void makesWhatWaitsDueAndLeavesTheRest() {
        store.asked("waits");
        Due asked = claimNow("waits").orElseThrow();
        store.questions.postpone(asked, Duration.ofHours(6), "later");
        store.asked("is-being-asked");
        Due claimed = claimNow("is-being-asked").orElseThrow();
        store.time.pass("is-being-asked" + store.merchant, Duration.ofHours(-1));
        long signed = store.signRequest("signed").id();
        store.agreements.record(signed, StoreSample.signed());

        List<Long> waiting = interventions.waitingForAlipay(Subject.UNKNOWN, Integer.MAX_VALUE);
        assertThat(waiting).contains(asked.agreement().id()).doesNotContain(signed);
        List<Long> mine = List.of(asked.agreement().id(), claimed.agreement().id(), signed);

        assertThat(interventions.makeDue(Subject.UNKNOWN, mine)).isEqualTo(1);
        assertThat(interventions.makeDue(Subject.UNKNOWN, mine)).isZero();
        assertThat(store.questions.claim(Subject.UNKNOWN, store.merchant, StoreSample.claiming(9)))
                .extracting(due -> due.agreement().id())
                .containsExactly(asked.agreement().id());
        assertThat(store.questions.stands(claimed)).as("the claim still holds").isTrue();

        assertThat(interventions.waitingForAlipay(Subject.SIGNED, Integer.MAX_VALUE))
                .contains(signed)
                .doesNotContain(asked.agreement().id());
        assertThat(interventions.makeDue(Subject.SIGNED, mine)).isEqualTo(1);
        assertThat(store.questions.claim(Subject.SIGNED, store.merchant, StoreSample.claiming(9)))
                .extracting(due -> due.agreement().id())
                .containsExactly(signed);
    }

    @Test
    void claimsOneThatIsNotDueAndNobodyElseHolds() {
        store.signRequest("n");

        Due due = claimNow("n").orElseThrow();

        assertThat(due.agreement().state()).as("as after its silence").isEqualTo(State.UNKNOWN);
        assertThat(claimNow("n")).isEmpty();
        assertThat(claimNow("nobody's")).isEmpty();
        assertThat(store.questions.answer(due, Set.of(StoreSample.signed()), StoreSample.MINUTE))
                .isTrue();
        assertThat(store.state("n")).isEqualTo(State.SIGNED);
    }

    @Test
    void putsParkedOutcomesBackAsTheyWere() {
        store.agreements.record(store.signRequest("n").id(), StoreSample.signed());
        Delivery first = claimOutcome();
        store.outcomes.park(first, "http_500");
        assertThat(interventions.parkedOutcomes(Integer.MAX_VALUE)).contains(first.id());

        assertThat(interventions.unpark(List.of(first.id()))).isEqualTo(1);
        assertThat(interventions.unpark(List.of(first.id()))).isZero();

        assertThat(store.outcomes.delivered(first)).as("who gave it up").isFalse();
        Delivery again = claimOutcome();
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.tries()).isEqualTo(1);
        assertThat(store.outcomes.delivered(again)).isTrue();
        assertThat(interventions.unpark(List.of(first.id()))).isZero();
    }

    private Delivery claimOutcome() {
        return store.outcomes
                .claim(store.lane("success"), 1, StoreSample.MINUTE)
                .get(0);
    }

    private Optional<Due> claimNow(String number) {
        return store.questions.claimNow(store.key(number), StoreSample.MINUTE);
    }
}
