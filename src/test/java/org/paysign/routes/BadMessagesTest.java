package org.paysign.routes;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.paysign.cli.RunningBundle;

/** One consumer a queue, so that the order of what comes out tells whether something was put back. */
class BadMessagesTest {

    @RegisterExtension
    static final CapturedLog LOG = new CapturedLog();

    @RegisterExtension
    static final RunningBundle BUNDLE = new RunningBundle().with("paysign.queue.consumers", "1");

    @AfterAll
    static void leavesNoTraceOfPersonalThings() throws JMSException {
        assertThat(LOG.events()).isNotEmpty().allSatisfy(event -> assertThat(event)
                .doesNotContain(BadMessage.CANARIES));
        for (String queue : new String[] {"DLQ", "paysign.sign.request", "paysign.sign.result"}) {
            try (QueueBrowser browser = BUNDLE.jms().createBrowser(BUNDLE.jms().createQueue(queue))) {
                assertThat(browser.getEnumeration().hasMoreElements()).as(queue).isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.paysign.routes.BadMessage#all")
    void parksRequestAsItCame(BadMessage bad) throws Exception {
        Message sent = marked(bad);
        String id = BUNDLE.send("paysign.sign.request", jms -> sent);

        BUNDLE.reply(Deal.request(UUID.randomUUID().toString(), "{}"));

        assertParkedAlready(id, bad, sent, "paysign.sign.request");
    }

    @ParameterizedTest
    @MethodSource("org.paysign.routes.BadMessage#all")
    void parksResultAsItCame(BadMessage bad) throws Exception {
        Message sent = marked(bad);
        String id = BUNDLE.send("paysign.sign.result", jms -> sent);

        String next = BUNDLE.send("paysign.sign.result", "{\"merchant\":\"demo\",\"requestId\":\"nobody\"}");

        assertThat(BUNDLE.receive("paysign.parked", next).getStringProperty("paysignReason"))
                .isEqualTo("unknown_agreement");
        assertParkedAlready(id, bad, sent, "paysign.sign.result");
    }

    private static Message marked(BadMessage bad) throws JMSException {
        Message message = bad.maker().make(BUNDLE.jms());
        message.setStringProperty("shop", BadMessage.NAME);
        message.setIntProperty("count", 7);
        message.setStringProperty("JMSXGroupID", "shop-7");
        message.setJMSType("relayed");
        return message;
    }

    /** The next message was processed, so this one stands in the queue already; a large one is read while it is open. */
    private static void assertParkedAlready(String id, BadMessage bad, Message sent, String source)
            throws JMSException {
        try (JMSConsumer consumer = BUNDLE.jms()
                .createConsumer(BUNDLE.jms().createQueue("paysign.parked"), "JMSCorrelationID = '" + id + "'")) {
            Message parked = consumer.receiveNoWait();
            assertThat(parked).hasSameClassAs(sent);
            assertThat(BadMessage.content(parked)).isEqualTo(BadMessage.content(sent));
            assertThat(parked.getStringProperty("paysignReason")).isEqualTo(bad.reason());
            assertThat(parked.getStringProperty("paysignSource")).isEqualTo(source);
            assertThat(parked.getStringProperty("paysignDetail")).endsWith(".").doesNotContain(BadMessage.CANARIES);
            assertThat(parked.getStringProperty("shop")).isEqualTo(BadMessage.NAME);
            assertThat(parked.getObjectProperty("count")).isEqualTo(7);
            assertThat(parked.getStringProperty("JMSXGroupID")).isEqualTo("shop-7");
            assertThat(parked.getJMSType()).isEqualTo("relayed");
        }
    }
}
