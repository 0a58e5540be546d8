package org.paysign.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.paysign.agreement.Claim;
import org.paysign.agreement.Signal;
import org.paysign.agreement.State;

/** What every store deletes when its time has come, and what it never does; a subclass names the database. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RetirementContractTest {

    private static final int DAYS = 3650;

    private Database database;
    private StoreSample store;
    private JdbcRetirement retirement;

    /** Opens a database in which nothing is ten years old. */
    abstract Database open();

    @BeforeAll
    void opens() {
        database = open();
        retirement = new JdbcRetirement(database, DAYS, 2);
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
    void deletesFinishedAgreementWithEverythingAboutIt() {
        Agreement agreement = store.signRequest("n");
        store.agreements.record(agreement.id(), StoreSample.signed());
        UnsignKey key = new UnsignKey(store.merchant, "u", "d");
        store.unsigns.begin(key, store.agreements.find(agreement.key()).orElseThrow());
        store.unsigns.finish(key, agreement, round -> (Signal.Ended) StoreSample.ended(), "reply");
        deliver("success");
        deliver("ended");
        long before = retirement.count();
        age("n");

        assertThat(retirement.count()).isEqualTo(before + 1);
        assertThat(retirement.retire()).isEqualTo(1);
        assertThat(retirement.count()).isEqualTo(before);

        assertThat(rows("agreement")).isEmpty();
        assertThat(rows("sign_request")).isEmpty();
        assertThat(rows("unsign_request")).isEmpty();
        assertThat(rows("outcome")).isEmpty();
        assertThat(store.time.signals("n" + store.merchant)).isEmpty();
        assertThat(retirement.retire()).isZero();
    }

    @Test
    void keepsWhatIsYoung() {
        cancelled("n");
        store.time.pass("n" + store.merchant, Duration.ofDays(DAYS - 1));
        assertThat(retirement.retire()).isZero();
        assertThat(store.state("n")).isEqualTo(State.CANCELLED);
    }

    @Test
    void keepsWhatIsNotToldYet() {
        Agreement pending = store.signRequest("pending");
        store.agreements.record(pending.id(), cancel());
        age("pending");
        assertThat(retirement.retire()).isZero();

        Delivery delivery = store.outcomes
                .claim(store.lane("cancel"), 9, StoreSample.MINUTE)
                .get(0);
        store.outcomes.park(delivery, "http_503");
        assertThat(retirement.retire()).isZero();
        assertThat(rows("outcome")).hasSize(1);
    }

    @Test
    void keepsWhatIsInForceOrAskedAbout() {
        store.agreements.record(store.signRequest("signed").id(), StoreSample.signed());
        deliver("success");
        store.signRequest("issued");
        store.asked("unknown");
        cancelled("open");
        database.jdbc()
                .sql("UPDATE agreement SET due_at = CURRENT_TIMESTAMP WHERE external_agreement_no = ?")
                .param("open" + store.merchant)
                .update();
        List.of("signed", "issued", "unknown", "open").forEach(this::age);

        assertThat(retirement.retire()).isZero();

        assertThat(rows("agreement")).hasSize(4);
    }

    @Test
    void takesRequestOfRetiredNumberForANewOne() {
        cancelled("n");
        age("n");
        retirement.retire();

        assertThat(store.agreements.remember(store.request("r-n", "n", "other", "new")))
                .isEqualTo(new Remembered.Stored("new"));

        assertThat(store.agreements.find(store.key("n")).orElseThrow().round()).isEqualTo(1);
    }

    @Test
    void deletesInBatchesAndNothingTwice() throws Exception {
        List.of("a", "b", "c", "d", "e").forEach(name -> {
            cancelled(name);
            age(name);
        });

        List<Integer> together = StoreSample.together(2, n -> retirement.retire());

        assertThat(together).allMatch(count -> count <= 2);
        int left = rows("agreement").size();
        assertThat(left)
                .isEqualTo(5 - together.stream().mapToInt(Integer::intValue).sum());
        while (retirement.retire() > 0) {
            left = rows("agreement").size();
        }
        assertThat(rows("agreement")).isEmpty();
    }

    @Test
    void deletesNoticesOfThatAge() {
        List.of("old-1", "old-2", "old-3", "young").forEach(id -> store.notices.keep(store.merchant, id, "t"));
        database.jdbc()
                .sql("UPDATE notice SET received_at = received_at - CAST(? AS INT) * INTERVAL '1' DAY"
                        + " WHERE merchant = ? AND notify_id LIKE 'old-%'")
                .params(DAYS + 1, store.merchant)
                .update();

        assertThat(retirement.retire()).as("a batch").isEqualTo(2);
        assertThat(retirement.retire()).as("the rest").isEqualTo(1);
        assertThat(retirement.retire()).isZero();

        assertThat(rows("notice")).singleElement().satisfies(row -> assertThat(row)
                .containsValue("young"));
    }

    @Test
    void keepsForEverUnlessTold() {
        cancelled("n");
        age("n");
        assertThat(new JdbcRetirement(database, 0, 100).retire()).isZero();
        assertThatIllegalStateException().isThrownBy(() -> new JdbcRetirement(database, -1, 100));
        assertThatIllegalStateException().isThrownBy(() -> new JdbcRetirement(database, 1, 0));
        assertThat(retirement.retire()).isEqualTo(1);
    }

    private void cancelled(String name) {
        store.agreements.record(store.signRequest(name).id(), cancel());
        deliver("cancel");
    }

    private static Signal cancel() {
        return new Signal.Claimed(1, Claim.CANCELLED, "6001", false, "");
    }

    private void deliver(String target) {
        store.outcomes.claim(store.lane(target), 9, StoreSample.MINUTE).forEach(store.outcomes::delivered);
    }

    private void age(String name) {
        store.time.pass(name + store.merchant, Duration.ofDays(DAYS + 1));
    }

    private List<Map<String, Object>> rows(String table) {
        return Rowset.of(database, "SELECT * FROM " + table + " WHERE merchant = ?", store.merchant);
    }
}
