package org.paysign.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.JMSException;
import jakarta.jms.QueueBrowser;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.util.UUID;
import org.apache.camel.api.management.ManagedCamelContext;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.paysign.cli.RunningBundle;
import org.paysign.store.LostServer;
import org.paysign.store.Postgres;

/** A bundle whose database goes away and comes back; nobody restarts anything. */
class LostDatabaseTest {

    @Order(1)
    @RegisterExtension
    static final LostServer SERVER = new LostServer();

    @Order(2)
    @RegisterExtension
    static final RunningBundle BUNDLE = new RunningBundle()
            .with("paysign.database.url", SERVER.url())
            .with("paysign.database.user", Postgres.USER)
            .with("paysign.database.password", Postgres.PASSWORD)
            .with("paysign.database.patience", "1000")
            .with("paysign.queue.attempts", "2");

    @Test
    void losesNothingWhenTheServerIsStarted() throws Exception {
        Deal told = Deal.open(BUNDLE);
        Deal asked = Deal.open(BUNDLE);
        long before = failures();
        SERVER.stop();

        told.relay(told.phone("sign"));
        asked.relay(asked.phone("cancel"));
        String request = send();
        assertThat(Sent.signed(told).answer()).isEqualTo("200 fail");
        awaitRedeliveries(before);
        SERVER.startAgain();

        assertThat(reply(request)).contains("signStr");
        assertThat(awaitOutcome(told)).isEqualTo("success");
        assertThat(awaitOutcome(asked)).isEqualTo("cancel");
        assertThat(isParked()).isFalse();
    }

    @Test
    void waitsWhileTheServerMayOnlyBeRead() throws Exception {
        Deal.open(BUNDLE);
        long before = failures();
        SERVER.readOnly(true);
        String request;
        try {
            request = send();
            awaitRedeliveries(before);
        } finally {
            SERVER.readOnly(false);
        }

        assertThat(reply(request)).contains("signStr");
        assertThat(isParked()).isFalse();
    }

    private static String send() throws JMSException {
        return BUNDLE.send(
                "paysign.sign.request", Deal.request(UUID.randomUUID().toString(), "{}"));
    }

    private static String reply(String id) throws JMSException {
        return await().atMost(Duration.ofMinutes(1))
                .ignoreExceptionsMatching(late -> true)
                .until(() -> ((TextMessage) BUNDLE.receive("paysign.sign.reply", id)).getText(), text -> true);
    }

    /** More often than a message is given back that merely fails; what waits for its redelivery no browser shows. */
    private static void awaitRedeliveries(long before) {
        await().atMost(Duration.ofMinutes(1)).until(() -> failures() >= before + 3);
    }

    private static long failures() throws Exception {
        return BUNDLE.camel()
                .getCamelContextExtension()
                .getContextPlugin(ManagedCamelContext.class)
                .getManagedRoute("sign-request")
                .getExchangesFailed();
    }

    private static boolean isParked() throws JMSException {
        try (QueueBrowser browser = BUNDLE.jms().createBrowser(BUNDLE.jms().createQueue("paysign.parked"))) {
            return browser.getEnumeration().hasMoreElements();
        }
    }

    private static String awaitOutcome(Deal deal) {
        return await().atMost(Duration.ofMinutes(1))
                .until(() -> BUNDLE.outcomes(deal.number()), told -> !told.isEmpty())
                .get(0)
                .path("endpoint")
                .asText();
    }
}
