package org.paysign.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.management.ObjectName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.paysign.agreement.State;
import org.paysign.cli.RunningBundle;
import org.paysign.store.Questions;
import org.paysign.store.TimeTravel;

/** A rate so low that only time travel allows the next question. */
class CallLimitTest {

    private static final int BURST = 2;

    @RegisterExtension
    static final RunningBundle BUNDLE = new RunningBundle()
            .with("paysign.poll.rate", "1")
            .with("paysign.poll.burst", String.valueOf(BURST))
            .with("paysign.poll.pause", "3600")
            .with("paysign.poll.first-gap", "1");

    @BeforeEach
    void isQuietForALongTime() {
        time().passForQuota("demo", Duration.ofDays(30));
    }

    @Test
    void asksNoMoreThanTheRateAllows() throws Exception {
        List<Deal> deals = new ArrayList<>();
        for (int n = 0; n <= BURST; n++) {
            deals.add(Deal.open(BUNDLE));
        }
        for (Deal deal : deals) {
            deal.relay("6001");
        }

        await().until(() -> asked(deals) == BURST);
        awaitHeldBack();
        assertThat(asked(deals)).isEqualTo(BURST);

        time().passForQuota("demo", Duration.ofHours(3));

        for (Deal deal : deals) {
            assertThat(deal.outcome(1).path("endpoint").asText()).isEqualTo("cancel");
        }
    }

    /** Cancelled signings: one proven answer would end each. */
    @Test
    void asksNobodyOfTheMerchantForAWhileWhenAlipayWantsFewerCalls() throws Exception {
        BUNDLE.post("/alipay/faults", "{\"kind\":\"call-limited\",\"next\":1}");
        Deal first = Deal.open(BUNDLE);
        first.relay("6001");
        await().until(() -> "40006 isv.app-call-limited".equals(row(first, "last_answer")));
        assertThat(first.state()).isEqualTo(State.UNKNOWN);

        Deal second = Deal.open(BUNDLE);
        second.relay("6001");
        await().until(() -> second.state() == State.UNKNOWN);
        awaitHeldBack();
        assertThat(row(second, "attempts")).isEqualTo(0);

        Deal third = Deal.open(BUNDLE);
        third.relay("6001");
        await().until(() -> third.state() == State.UNKNOWN);
        assertThat(query(third)).as("an operator asks all the same").contains("CANCELLED");

        time().passForQuota("demo", Duration.ofHours(5));
        assertThat(second.outcome(1).path("endpoint").asText()).isEqualTo("cancel");
        time().pass(first.number(), Duration.ofHours(2));
        time().passForQuota("demo", Duration.ofHours(5));
        assertThat(first.outcome(1).path("endpoint").asText()).isEqualTo("cancel");
    }

    private static long asked(List<Deal> deals) {
        return deals.stream()
                .filter(deal -> !"".equals(row(deal, "last_answer")))
                .count();
    }

    /** Twice: the first may have begun before. */
    private static void awaitHeldBack() {
        Questions questions = BUNDLE.bean("questions", Questions.class);
        long before = questions.heldBack();
        await().until(() -> questions.heldBack() >= before + 2);
    }

    private static String query(Deal deal) throws Exception {
        return String.valueOf(ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("org.paysign:type=Agreements"),
                        "query",
                        new Object[] {"demo", deal.number()},
                        new String[] {String.class.getName(), String.class.getName()}));
    }

    private static TimeTravel time() {
        return Times.of(BUNDLE);
    }

    private static Object row(Deal deal, String column) {
        return time().agreement(deal.number()).get(column);
    }
}
