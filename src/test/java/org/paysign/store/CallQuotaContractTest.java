package org.paysign.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How every store keeps to a merchant's rate, however many instances ask; a subclass names the database. */
@NullUnmarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CallQuotaContractTest {

    private static final Duration HOUR = Duration.ofHours(1);
    /** One an hour, four at once; pauses of one to six minutes. */
    private static final CallRate RATE = new CallRate(HOUR, 4, StoreSample.MINUTE, StoreSample.MINUTE.multipliedBy(6));

    private Database database;
    private StoreSample store;
    private Questions questions;

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
        questions = instance();
    }

    private Questions instance() {
        return new JdbcQuestions(database, store.body(), StoreSample.PACE, RATE);
    }

    private void due(int count) {
        IntStream.range(0, count).forEach(n -> store.asked("n" + n));
    }

    private List<Due> claim(int batch) {
        return questions.claim(Subject.UNKNOWN, store.merchant, StoreSample.claiming(batch));
    }

    @Test
    void asksAtOnceNoMoreThanTheBurstAndThenAtTheRate() {
        due(9);

        assertThat(claim(3)).hasSize(3);
        assertThat(questions.heldBack()).isZero();
        assertThat(claim(3)).hasSize(1);
        assertThat(questions.heldBack()).isZero();
        assertThat(claim(3)).isEmpty();
        assertThat(questions.heldBack()).isEqualTo(1);

        store.time.passForQuota(store.merchant, HOUR.multipliedBy(2));
        assertThat(claim(9)).hasSize(2);
        store.time.passForQuota(store.merchant, HOUR.multipliedBy(200));
        assertThat(claim(9)).as("what was not asked is not saved up").hasSize(3);
    }

    @Test
    void countsOnlyWhatIsClaimed() {
        due(1);
        assertThat(claim(9)).hasSize(1);
        assertThat(claim(9)).isEmpty();
        assertThat(questions.heldBack()).isZero();
        store.asked("a");
        store.asked("b");
        store.asked("c");
        store.asked("d");

        assertThat(claim(9)).hasSize(3);
    }

    @Test
    void countsWhatIsSignedAndWhatIsUnknownTogether() {
        due(9);
        store.agreements.record(store.signRequest("s").id(), StoreSample.signedUntil("2115-02-01 00:00:00"));
        store.time.pass("s" + store.merchant, Duration.ofHours(25));
        assertThat(claim(4)).hasSize(4);

        assertThat(questions.claim(Subject.SIGNED, store.merchant, StoreSample.claiming(9)))
                .isEmpty();

        store.time.passForQuota(store.merchant, HOUR);
        assertThat(questions.claim(Subject.SIGNED, store.merchant, StoreSample.claiming(9)))
                .hasSize(1);
    }

    @Test
    void countsForAllInstancesTogether() throws Exception {
        due(12);

        List<List<Due>> claimed = StoreSample.together(
                4, n -> instance().claim(Subject.UNKNOWN, store.merchant, StoreSample.claiming(3)));

        // Who looks while others hold rows may find fewer than there are.
        assertThat(Stream.concat(claimed.stream().flatMap(List::stream), claim(9).stream()))
                .hasSize(4);
        assertThat(claim(9)).isEmpty();
    }

    @Test
    void holdsUpNoOtherMerchant() {
        due(9);
        claim(9);
        questions.slowDown(store.merchant);
        StoreSample other = new StoreSample(database);
        other.asked("n");

        assertThat(questions.claim(Subject.UNKNOWN, other.merchant, StoreSample.claiming(9)))
                .hasSize(1);
    }

    @Test
    void letsAnOperatorAskWhateverTheRate() {
        due(9);
        claim(9);
        questions.slowDown(store.merchant);

        assertThat(questions.claimNow(store.key("n8"), StoreSample.MINUTE)).isPresent();
    }

    @Test
    void asksNobodyDuringAPauseAndThenOneByOne() {
        due(9);

        assertThat(questions.slowDown(store.merchant)).isEqualTo(StoreSample.MINUTE);

        assertThat(claim(9)).isEmpty();
        store.time.passForQuota(store.merchant, Duration.ofSeconds(50));
        assertThat(claim(9)).isEmpty();
        store.time.passForQuota(store.merchant, Duration.ofSeconds(10));
        assertThat(claim(9)).as("no burst after a pause").hasSize(1);
    }

    @Test
    void pausesLongerWhileAlipayGoesOnSayingSo() {
        due(1);
        questions.slowDown(store.merchant);
        assertThat(questions.slowDown(store.merchant))
                .as("said of what was on its way")
                .isLessThanOrEqualTo(StoreSample.MINUTE);

        Duration pause = StoreSample.MINUTE;
        for (int minutes : new int[] {2, 4, 6, 6}) {
            store.time.passForQuota(store.merchant, pause);
            pause = instance().slowDown(store.merchant);
            assertThat(pause).isEqualTo(Duration.ofMinutes(minutes));
        }

        store.time.passForQuota(store.merchant, HOUR);
        assertThat(questions.slowDown(store.merchant)).isEqualTo(StoreSample.MINUTE);
    }
}
