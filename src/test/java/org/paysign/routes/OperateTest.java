package org.paysign.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import jakarta.jms.TextMessage;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.TabularData;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.paysign.agreement.State;
import org.paysign.cli.RunningBundle;
import org.paysign.store.Database;
import org.paysign.store.Delivery;
import org.paysign.store.Lane;
import org.paysign.store.Outcomes;
import org.paysign.store.TimeTravel;

/** What an operator sees and presses, on the shipped routes. */
@NullUnmarked
class OperateTest {

    private static final String DESK = "org.paysign:type=Agreements";
    private static final String PARKED = "org.paysign:type=Parked";

    @RegisterExtension
    static final RunningBundle BUNDLE = new RunningBundle().with("paysign.operator.patience", "15000");

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

    @Test
    void countsWhatStandsInTheTables() throws Exception {
        long issued = number(DESK, "Issued");
        Deal.open(BUNDLE);

        await().untilAsserted(() -> assertThat(number(DESK, "Issued")).isGreaterThan(issued));
        Deal.signed(BUNDLE);
        await().untilAsserted(() -> {
            assertThat(number(DESK, "Signed")).isPositive();
            assertThat(number(DESK, "OutcomesDelivered")).isPositive();
        });
        assertThat(number(DESK, "OldestUnknownSeconds")).isNotNegative();
        TabularData mine = (TabularData) attribute("org.paysign:type=Merchant,name=demo", "Agreements");
        assertThat(mine.get(new Object[] {"SIGNED"}).get("value")).isNotEqualTo(0L);
    }

    @Test
    void countsResultsWithoutProof() throws Exception {
        long before = number(DESK, "ResultsUnproven");
        Deal deal = Deal.open(BUNDLE);

        deal.relay(deal.phone("forge"));

        await().untilAsserted(() -> assertThat(number(DESK, "ResultsUnproven")).isEqualTo(before + 1));
    }

    @Test
    void countsNoticesThatNobodyProved() throws Exception {
        long before = number(DESK, "NotifiesRefused");

        BUNDLE.notice("app_id=1&sign=x".getBytes(StandardCharsets.UTF_8));

        assertThat(number(DESK, "NotifiesRefused")).isEqualTo(before + 1);
    }

    @Test
    void asksAlipayAtOnce() throws Exception {
        Deal deal = Deal.open(BUNDLE);
        deal.phone("silent");
        assertThat(deal.state()).isEqualTo(State.ISSUED);

        String heard = press("query", "demo", deal.number());

        assertThat(heard).contains("was ISSUED", "Alipay answered: NORMAL", "It is SIGNED now");
        assertThat(deal.outcome(1).path("endpoint").asText()).isEqualTo("success");
        assertThat(press("query", "", deal.number())).contains("was SIGNED", "still in force", "It is SIGNED now");
    }

    @Test
    void saysWhomItDoesNotKnow() throws Exception {
        assertThat(press("query", "nobody", "x")).contains("No profile");
        assertThat(press("query", "demo", "nothing")).contains("no agreement of this number");
    }

    @Test
    void decidesNothingWithoutAnAnswer() throws Exception {
        Deal deal = Deal.open(BUNDLE);
        BUNDLE.post("/alipay/faults", "{\"kind\":\"http500\",\"next\":-1}");
        try {
            assertThat(press("query", "demo", deal.number()))
                    .contains("No answer came (http_500)", "asked again by itself", "It is UNKNOWN now");
        } finally {
            BUNDLE.post("/alipay/faults", "{\"kind\":\"http500\",\"next\":0}");
        }
    }

    @Test
    void asksEarlierThanItWould() throws Exception {
        Deal deal = Deal.open(BUNDLE);
        BUNDLE.post("/alipay/faults", "{\"kind\":\"http500\",\"next\":-1}");
        deal.relay(deal.phone("cancel"));
        await().until(() -> deal.state() == State.UNKNOWN);
        await().until(() -> row(deal).get("last_answer"), answer -> answer.equals("no_answer:http_500"));
        BUNDLE.camel().getRouteController().stopRoute("poll-unknown");
        time().pass(deal.number(), Duration.ofHours(-6));
        BUNDLE.post("/alipay/faults", "{\"kind\":\"http500\",\"next\":0}");

        assertThat(press("pollNow")).contains("due now");

        BUNDLE.camel().getRouteController().startRoute("poll-unknown");
        assertThat(deal.outcome(1).path("endpoint").asText()).isEqualTo("cancel");
    }

    @Test
    void asksNowWhetherWhatWasSignedStillIs() throws Exception {
        Deal deal = Deal.signed(BUNDLE);
        deal.unsignInAlipay();

        assertThat(press("reconcileNow")).contains("due now");

        await().atMost(Duration.ofSeconds(30)).until(() -> deal.state() == State.ENDED);
        assertThat(deal.outcome(2).path("endpoint").asText()).isEqualTo("ended");
    }

    /** As the night does: nothing, unless paysign.retention.days says so. */
    @Test
    void deletesNothingThatIsToBeKept() throws Exception {
        Deal deal = Deal.signed(BUNDLE);
        deal.unsignInAlipay();
        press("reconcileNow");
        await().atMost(Duration.ofSeconds(30)).until(() -> deal.state() == State.ENDED);
        time().pass(deal.number(), Duration.ofDays(9_000));

        assertThat(press("retireNow")).startsWith("0 agreements and notices");

        assertThat(deal.state()).isEqualTo(State.ENDED);
    }

    @Test
    void deliversParkedOutcomesAgain() throws Exception {
        BUNDLE.camel().getRouteController().stopRoute("deliver-outcome");
        Deal deal = Deal.open(BUNDLE);
        deal.relay(deal.phone("sign"));
        await().until(() -> deal.state() == State.SIGNED);
        Outcomes outcomes = BUNDLE.bean("outcomes", Outcomes.class);
        List<Delivery> claimed = outcomes.claim(new Lane("demo", "success"), 99, Duration.ofMinutes(1));
        claimed.forEach(delivery -> outcomes.park(delivery, "http_500"));
        await().untilAsserted(() -> assertThat(number(DESK, "OutcomesParked")).isEqualTo(claimed.size()));
        BUNDLE.camel().getRouteController().startRoute("deliver-outcome");

        assertThat(press("replayOutcomes")).startsWith(claimed.size() + " parked outcomes");

        assertThat(claimed)
                .extracting(Delivery::id)
                .contains(deal.outcome(1).at("/body/id").asText());
        assertThat(press("replayOutcomes")).startsWith("0 ");
    }

    @Test
    void putsParkedMessagesBackAsTheyWere() throws Exception {
        byte[] body = "{\"merchant\":\"demo\",\"requestId\":\"张三-nobody\",\"resultStatus\":\"6001\"}"
                .getBytes(StandardCharsets.UTF_8);
        String id = BUNDLE.send("paysign.sign.result", context -> {
            try {
                BytesMessage message = context.createBytesMessage();
                message.writeBytes(body);
                message.setStringProperty("traceparent", "00-1-2-01");
                message.setJMSReplyTo(context.createQueue("paysign.sign.reply"));
                return message;
            } catch (JMSException broken) {
                throw new IllegalStateException(broken);
            }
        });
        await().until(() -> browse("paysign.parked", id).size() == 1);
        foreign();
        await().untilAsserted(() -> {
            TabularData reasons = (TabularData) attribute(PARKED, "ByReason");
            assertThat(reasons.get(new Object[] {"made_up"}).get("value")).isEqualTo(1L);
            assertThat(number(PARKED, "Messages")).isEqualTo(2L);
        });
        BUNDLE.camel().getRouteController().stopRoute("sign-result");

        assertThat(press("replayParked", 10)).contains("Put back: {paysign.sign.result=1}");
        assertThat(press("replayParked", 10)).contains("No parked message");

        assertThat(browse("paysign.parked", id)).isEmpty();
        Message back = browse("paysign.sign.result", id).get(0);
        assertThat(back.getBody(byte[].class)).isEqualTo(body);
        assertThat(back.getStringProperty("traceparent")).isEqualTo("00-1-2-01");
        assertThat(back.propertyExists("paysignReason")).isFalse();
        assertThat(back.propertyExists("paysignSource")).isFalse();
        assertThat(back.getJMSReplyTo())
                .hasToString(BUNDLE.jms().createQueue("paysign.sign.reply").toString());
        BUNDLE.camel().getRouteController().startRoute("sign-result");
        await().until(() -> browse("paysign.parked", id).size() == 1);
    }

    /** Somebody else's message, which belongs to no queue of PaySign. */
    private static void foreign() throws JMSException {
        TextMessage message = BUNDLE.jms().createTextMessage("not ours");
        message.setStringProperty("paysignSource", "paysign.outcome.success");
        message.setStringProperty("paysignReason", "made_up");
        BUNDLE.jms().createProducer().send(BUNDLE.jms().createQueue("paysign.parked"), message);
    }

    @Test
    void refusesToPutNothingBack() throws Exception {
        assertThat(press("replayParked", 0)).contains("Nothing is done");
        assertThat(press("cancelWork")).contains("nothing to cancel");
    }

    @Test
    void followsTheMerchantsThatAreReloaded() throws Exception {
        ObjectName name = new ObjectName("org.paysign:type=Merchant,name=second");
        Path folder = Path.of(BUNDLE.camel().resolvePropertyPlaceholders("{{paysign.merchants.dir}}"));
        Path file = folder.resolve("second.properties");
        Files.copy(folder.resolve("demo.properties"), file);
        press("reloadMerchants");
        assertThat(server.getAttribute(name, "DaysLeft")).isEqualTo(1_000_000L);
        Files.delete(file);
        press("reloadMerchants");
        assertThat(server.isRegistered(name)).isFalse();
    }

    private static List<Message> browse(String queue, String correlationId) throws JMSException {
        List<Message> found = new ArrayList<>();
        try (QueueBrowser browser = BUNDLE.jms()
                .createBrowser(BUNDLE.jms().createQueue(queue), "JMSCorrelationID = '" + correlationId + "'")) {
            Enumeration<?> messages = browser.getEnumeration();
            while (messages.hasMoreElements()) {
                found.add((Message) messages.nextElement());
            }
        }
        return found;
    }

    private static Map<String, Object> row(Deal deal) {
        return time().agreement(deal.number());
    }

    private static TimeTravel time() {
        return new TimeTravel(BUNDLE.bean("database", Database.class));
    }

    private long number(String bean, String attribute) throws JMException {
        return (Long) attribute(bean, attribute);
    }

    private Object attribute(String bean, String attribute) throws JMException {
        return server.getAttribute(new ObjectName(bean), attribute);
    }

    private String press(String operation, Object... values) throws JMException {
        String[] types = new String[values.length];
        for (int i = 0; i < values.length; i++) {
            types[i] = values[i] instanceof Integer ? "int" : "java.lang.String";
        }
        return (String) server.invoke(new ObjectName(DESK), operation, values, types);
    }
}
