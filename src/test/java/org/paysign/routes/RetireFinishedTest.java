package org.paysign.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.paysign.agreement.AgreementKey;
import org.paysign.agreement.State;
import org.paysign.cli.RunningBundle;
import org.paysign.store.Agreements;

class RetireFinishedTest {

    @RegisterExtension
    static final RunningBundle BUNDLE = new RunningBundle()
            .with("paysign.retention.cron", "0/1 * * * * ?")
            .with("paysign.retention.days", "400")
            .with("paysign.retention.batch", "1");

    @Test
    void deletesFinishedOnesAndTakesTheirRequestsForNewOnes() throws Exception {
        Deal first = cancelled();
        Deal second = cancelled();
        Deal young = cancelled();
        Deal signed = Deal.signed(BUNDLE);
        Times.of(BUNDLE).pass(signed.number(), Duration.ofDays(401));

        Times.of(BUNDLE).pass(first.number(), Duration.ofDays(401));
        Times.of(BUNDLE).pass(second.number(), Duration.ofDays(401));

        await().until(() -> isGone(first) && isGone(second));
        assertThat(young.state()).isEqualTo(State.CANCELLED);
        assertThat(signed.state()).isEqualTo(State.SIGNED);
        String number = "{\"external_agreement_no\":\"" + first.number() + "\"}";
        assertThat(BUNDLE.reply(Deal.request(first.requestId(), number)).has("signStr"))
                .isTrue();
    }

    /** While the night's route is stopped, nothing else deletes. */
    @Test
    void deletesWhenAnOperatorSaysSo() throws Exception {
        BUNDLE.camel().getRouteController().stopRoute("retire-finished");
        try {
            Deal deal = cancelled();
            Times.of(BUNDLE).pass(deal.number(), Duration.ofDays(401));

            Object said = ManagementFactory.getPlatformMBeanServer()
                    .invoke(new ObjectName("org.paysign:type=Agreements"), "retireNow", new Object[0], new String[0]);

            assertThat(said).asString().startsWith("1 agreements and notices are deleted");
            assertThat(isGone(deal)).isTrue();
        } finally {
            BUNDLE.camel().getRouteController().startRoute("retire-finished");
        }
    }

    private static Deal cancelled() throws Exception {
        Deal deal = Deal.open(BUNDLE);
        deal.relay(deal.phone("cancel"));
        assertThat(deal.outcome(1).path("endpoint").asText()).isEqualTo("cancel");
        return deal;
    }

    private static boolean isGone(Deal deal) {
        return BUNDLE.bean("agreements", Agreements.class)
                .find(new AgreementKey("demo", deal.number()))
                .isEmpty();
    }
}
