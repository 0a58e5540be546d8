package org.paysign.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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
import org.paysign.log.Trace;

/** What every store remembers and decides; a subclass names the database. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StoreContractTest {

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
    void remembersReplyAndRepeatsIt() {
        assertThat(store.agreements.remember(store.request("r", "n", "d", "reply 张三")))
                .isEqualTo(new Remembered.Stored("reply 张三"));

        assertThat(store.agreements.remember(store.request("r", "other", "d", "new reply")))
                .isEqualTo(new Remembered.Stored("reply 张三"));
        assertThat(store.agreements.remember(store.request("r", "n", "e", "x"))).isEqualTo(new Remembered.Conflict());
        assertThat(store.agreements.find(store.key("other"))).isEmpty();
        assertThat(store.agreements
                        .findByRequest(store.merchant, "r")
                        .orElseThrow()
                        .round())
                .isEqualTo(1);
        assertThat(store.agreements.findByRequest("nobody", "r")).isEmpty();
    }

    @Test
    void remembersConcurrentRepeatsOnce() throws Exception {
        List<Remembered> answers =
                StoreSample.together(8, n -> store.agreements.remember(store.request("r", "n" + n, "d", "reply " + n)));

        assertThat(Set.copyOf(answers)).hasSize(1);
        long stored = List.of(0, 1, 2, 3, 4, 5, 6, 7).stream()
                .filter(n -> store.agreements.find(store.key("n" + n)).isPresent())
                .count();
        assertThat(stored).isEqualTo(1);
    }

    @Test
    void countsConcurrentRoundsOfOneNumber() throws Exception {
        StoreSample.together(4, n -> store.agreements.remember(store.request("r" + n, "n", "d", "reply")));

        assertThat(store.agreements.find(store.key("n")).orElseThrow().round()).isEqualTo(4);
    }

    @Test
    void refusesNumberThatWasSignedOrIsForSomethingElse() {
        Agreement agreement = store.signRequest("n");
        NewRequest other = store.request("r2", "n", "d", "x");

        assertThat(store.agreements.remember(new NewRequest(
                        "r3",
                        store.key("n"),
                        "app",
                        "product",
                        "OTHER",
                        "d",
                        "x",
                        StoreSample.DAY,
                        StoreSample.MINUTE,
                        Trace.NONE)))
                .isInstanceOf(Remembered.Refused.class);
        store.agreements.record(agreement.id(), StoreSample.signed());
        assertThat(store.agreements.remember(other)).isInstanceOf(Remembered.Refused.class);
        assertThat(store.agreements.findByRequest(store.merchant, "r2")).isEmpty();
    }

    @Test
    void writesOutcomeOnceForEveryChangeOfState() {
        Agreement agreement = store.signRequest("n");
        Signal cancelled = new Signal.Claimed(1, Claim.CANCELLED, "6001", false, "");

        store.agreements.record(agreement.id(), cancelled);
        store.agreements.record(agreement.id(), cancelled);
        store.agreements.record(agreement.id(), StoreSample.signed());
        store.agreements.record(agreement.id(), StoreSample.signed());

        assertThat(store.state("n")).isEqualTo(State.SIGNED);
        assertThat(store.time.outcomes("n" + store.merchant))
                .extracting(row -> row.get("target"))
                .containsExactly("cancel", "success");
        assertThat(store.outcomes.claim(store.lane("cancel"), 9, StoreSample.MINUTE))
                .singleElement()
                .satisfies(sent -> assertThat(sent.body()).isEqualTo(sent.id() + " 1 CANCELLED 张三"));
    }

    @Test
    void changesNothingWhenAlipayRepeatsItself() {
        Agreement agreement = store.signRequest("n");
        store.agreements.record(agreement.id(), StoreSample.signed());
        store.agreements.record(agreement.id(), StoreSample.ended());
        var row = store.time.agreement("n" + store.merchant);

        store.agreements.record(agreement.id(), StoreSample.signed());
        store.agreements.record(agreement.id(), StoreSample.ended());

        assertThat(store.time.agreement("n" + store.merchant)).isEqualTo(row);
        assertThat(store.time.signals("n" + store.merchant)).hasSize(3);
        assertThat(store.time.outcomes("n" + store.merchant)).hasSize(2);
    }

    @Test
    void findsAgreementByAlipaysNumber() {
        Agreement agreement = store.signRequest("n");
        assertThat(store.agreements.findByNumber(store.merchant, "2026")).isEmpty();
        store.agreements.record(agreement.id(), StoreSample.signed());
        assertThat(store.agreements.findByNumber(store.merchant, "2026"))
                .hasValueSatisfying(found -> assertThat(found.id()).isEqualTo(agreement.id()));
        assertThat(store.agreements.findByNumber("nobody", "2026")).isEmpty();
        store.signRequest("m");
        assertThat(store.agreements.findByNumber(store.merchant, "")).isEmpty();
    }

    @Test
    void opensNewRoundAfterTheEnd() {
        Agreement agreement = store.signRequest("n");
        store.agreements.record(agreement.id(), StoreSample.signed());
        store.agreements.record(agreement.id(), StoreSample.ended());

        assertThat(store.agreements.remember(store.request("r2", "n", "d", "x")))
                .isEqualTo(new Remembered.Stored("x"));

        assertThat(store.state("n")).isEqualTo(State.ISSUED);
        assertThat(store.agreements.find(store.key("n")).orElseThrow().round()).isEqualTo(2);
        assertThat(store.time.agreement("n" + store.merchant).get("agreement_no"))
                .isEqualTo("");
        store.agreements.record(agreement.id(), StoreSample.signed());
        assertThat(store.state("n")).as("the old notice again").isNotEqualTo(State.SIGNED);
    }

    @Test
    void repeatsReplyToUnsignRequest() {
        store.agreements.record(store.signRequest("n").id(), StoreSample.signed());
        Agreement agreement = store.agreements.find(store.key("n")).orElseThrow();
        UnsignKey key = new UnsignKey(store.merchant, "u", "d");

        assertThat(store.unsigns.begin(key, agreement)).contains("2026");
        assertThat(store.unsigns.begin(key, agreement)).contains("2026");
        assertThat(store.unsigns.recall(key)).isEmpty();
        assertThat(store.unsigns.finish(key, agreement, round -> (Signal.Ended) StoreSample.ended(), "ended 张三"))
                .isEqualTo("ended 张三");

        assertThat(store.unsigns.finish(key, "later")).isEqualTo("ended 张三");
        assertThat(store.unsigns.recall(key)).contains(new Remembered.Stored("ended 张三"));
        assertThat(store.unsigns.begin(new UnsignKey(store.merchant, "u", "other"), agreement))
                .isEmpty();
        assertThat(store.unsigns.recall(new UnsignKey(store.merchant, "u", "other")))
                .contains(new Remembered.Conflict());
        assertThat(store.state("n")).isEqualTo(State.ENDED);
    }

    @Test
    void keepsNoticeOnce() {
        store.notices.keep(store.merchant, "i".repeat(200), "t");
        store.notices.keep(store.merchant, "i".repeat(200), "t");

        assertThat(Rowset.of(database, "SELECT notify_id FROM notice WHERE merchant = ?", store.merchant))
                .singleElement()
                .satisfies(row -> assertThat(row.get("notify_id")).isEqualTo("i".repeat(128)));
    }

    @Test
    void leavesNothingWhenOutcomeCannotBeWritten() {
        Agreement agreement = store.signRequest("n");
        JdbcAgreements broken = new JdbcAgreements(
                database,
                (id, version, about, verdict, at) -> {
                    throw new IllegalStateException("broken on purpose");
                },
                StoreSample.PACE);

        assertThatThrownBy(() -> broken.record(agreement.id(), StoreSample.signed()))
                .hasMessage("broken on purpose");

        assertThat(store.state("n")).isEqualTo(State.ISSUED);
        assertThat(store.time.outcomes("n" + store.merchant)).isEmpty();
        store.agreements.record(agreement.id(), new Signal.Claimed(1, Claim.UNKNOWN, "7001", true, ""));
        assertThat(store.state("n")).as("the proof is not kept").isEqualTo(State.UNKNOWN);
    }
}
