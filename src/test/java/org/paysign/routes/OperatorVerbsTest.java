package org.paysign.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import jakarta.jms.TextMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.paysign.agreement.AgreementKey;
import org.paysign.agreement.State;
import org.paysign.cli.CommandLineRun;
import org.paysign.cli.RunningBundle;
import org.paysign.store.Agreement;
import org.paysign.store.Agreements;
import org.paysign.store.Database;
import org.paysign.store.TimeTravel;

/** The verbs of the command line that talk to a running PaySign, on the shipped routes and configuration. */
@NullUnmarked
class OperatorVerbsTest {

    private static final int MESSAGES = Integer.getInteger("replay.messages", 1_200);
    private static final String RESULTS = "paysign.sign.result";

    @RegisterExtension
    static final RunningBundle BUNDLE = new RunningBundle()
            .with("paysign.console.viewer.password", "look")
            // Soon enough that a bar is seen of thousands of messages, however fast the machine is.
            .with("paysign.operator.patience", "200");

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void tellsTheSituation() throws Exception {
        Deal.signed(BUNDLE);

        CommandLineRun text = paysign("status");
        assertThat(text.out()).as(text.err()).contains("is UP", "agreements  issued", "merchants   demo");
        assertThat(text.code()).isZero();

        // Counts are a few seconds old.
        await().untilAsserted(() -> {
            JsonNode document = json.readTree(paysign("status", "--json").out());
            assertThat(document.at("/agreements/Signed").asLong()).isPositive();
            assertThat(document.at("/merchants/demo/Agreements/SIGNED").asLong())
                    .isPositive();
            assertThat(document.at("/health/status").asText()).isEqualTo("UP");
        });
    }

    @Test
    void asksAlipayAndFollowsWhatIsLearnt() throws Exception {
        Deal deal = Deal.open(BUNDLE);
        deal.phone("silent");

        CommandLineRun query = paysign("query", deal.number());

        assertThat(query.code()).as(query.out() + query.err()).isZero();
        assertThat(query.out()).contains("was ISSUED", "It is SIGNED now");
        CommandLineRun tail = paysign("tail", "--no-follow", "-n", "500", "--agreement", deal.number());
        assertThat(tail.out().lines().map(line -> line.replaceFirst(".*" + deal.number() + "  ", "")))
                .containsExactly(
                        "issued -> SIGNED  (request " + deal.requestId() + ", outcome v1)",
                        "silent -> SIGNED  (request " + deal.requestId() + ", outcome v1)",
                        "signed query -> SIGNED  (request " + deal.requestId() + ", outcome v1)");
        JsonNode last =
                json.readTree(paysign("tail", "--no-follow", "-n", "500", "--json", "--agreement", deal.number())
                        .out()
                        .lines()
                        .toList()
                        .get(2));
        assertThat(last.path("heard").asText()).isEqualTo("signed query");
        assertThat(paysign("query", "nobody").code()).isEqualTo(1);
    }

    @Test
    void sendsRequestsAndPrintsTheReply() throws Exception {
        Path request = Files.writeString(folder.resolve("request.json"), Deal.request("by-hand-1", "{}"));
        String port = "-Dpaysign.sandbox.broker.port=" + BUNDLE.brokerPort();

        CommandLineRun first = paysign(port, "send", request.toString());
        CommandLineRun again = paysign(port, "send", request.toString());

        assertThat(first.code()).as(first.err()).isZero();
        assertThat(json.readTree(first.out()).path("signStr").asText()).isNotEmpty();
        assertThat(again.out()).isEqualTo(first.out());
        Path bad =
                Files.writeString(folder.resolve("bad.json"), "{\"requestId\":\"by-hand-2\",\"merchant\":\"nobody\"}");
        CommandLineRun refused = paysign(port, "send", bad.toString());
        assertThat(refused.code()).isEqualTo(1);
        assertThat(json.readTree(refused.out()).at("/error/code").asText()).isNotEmpty();
    }

    /** One that Alipay knows and PaySign does not, one that neither knows, one twice, and two lines that are no good. */
    @Test
    void takesOverWhatWasMadeBeforeAndLetsAlipayDecide() throws Exception {
        Deal old = Deal.open(BUNDLE);
        old.phone("silent");
        Agreement issued = old.stored();
        new TimeTravel(BUNDLE.bean("database", Database.class)).forget(issued.id());
        Path file = Files.writeString(
                folder.resolve("old.csv"),
                "external_agreement_no,personal_product_code,sign_scene,merchant\n"
                        + line(old.number(), issued) + "demo\n"
                        + line("never-signed-1", issued) + "demo\n"
                        + line(old.number(), issued) + "demo\n"
                        + line("no good", issued) + "demo\n"
                        + line("lower", issued).replace(issued.product(), "cycle") + "demo\n");

        CommandLineRun dry = paysign("import", "--dry-run", "--json", file.toString());
        assertThat(json.readTree(dry.out()).path("adopted").asInt()).isEqualTo(3);

        CommandLineRun run = paysign("import", "--json", file.toString());

        assertThat(run.code()).as(run.err()).isEqualTo(1);
        assertThat(json.readTree(run.out()).toString()).isEqualTo("{\"adopted\":2,\"known\":1,\"rejected\":2}");
        assertThat(run.err()).contains("import [").contains("of 5");
        assertThat(Files.readAllLines(folder.resolve("old.csv.rejects.csv")))
                .hasSize(3)
                .element(1)
                .asString()
                .startsWith("5,demo,no good,")
                .contains("must be 1-32 of");
        await().untilAsserted(() -> assertThat(old.state()).isEqualTo(State.SIGNED));
        assertThat(old.outcome(1).path("endpoint").asText()).isEqualTo("success");
        AgreementKey never = new AgreementKey("demo", "never-signed-1");
        await().untilAsserted(() -> assertThat(BUNDLE.bean("agreements", Agreements.class)
                        .find(never)
                        .orElseThrow()
                        .state())
                .isEqualTo(State.CANCELLED));
        assertThat(json.readTree(paysign("import", "--json", file.toString()).out())
                        .path("known")
                        .asInt())
                .isEqualTo(3);
    }

    private static String line(String number, Agreement like) {
        return number + "," + like.product() + "," + like.scene() + ",";
    }

    /** The route that would read them is stopped, so that every message that is put back can be counted. */
    @Test
    void replaysThousandsShowsHowFarItIsAndResumesWhatWasInterrupted() throws Exception {
        BUNDLE.camel().getRouteController().stopRoute("sign-result");
        try {
            park();
            interruptAndResume();
        } finally {
            drain();
            BUNDLE.camel().getRouteController().startRoute("sign-result");
        }
    }

    private void interruptAndResume() throws Exception {
        // The dearer a count, the longer it is kept.
        await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> assertThat(
                        paysign("replay", "parked", "--dry-run").out())
                .contains("parked messages: 1000 or more"));

        CompletableFuture<CommandLineRun> first = CompletableFuture.supplyAsync(() -> paysign("replay", "parked"));
        await().pollInterval(Duration.ofMillis(20)).until(() -> work() > MESSAGES / 20);
        CommandLineRun cancel = paysign("replay", "cancel");
        CommandLineRun interrupted = first.join();

        assertThat(cancel.out()).contains("ends after its present part");
        assertThat(interrupted.code()).isEqualTo(1);
        assertThat(interrupted.out()).contains("Put back: {" + RESULTS + "=", "given up before its end");
        int back = texts(RESULTS).size();
        assertThat(back).isGreaterThan(0).isLessThan(MESSAGES);
        CommandLineRun resumed = paysign("replay", "parked");
        assertThat(resumed.code()).as(resumed.out()).isZero();
        assertThat(interrupted.err() + resumed.err()).containsPattern("\\[#*\\.*] [0-9]+ of [0-9]+, [0-9]+/s, .* left");
        List<String> texts = texts(RESULTS);
        Set<String> once = new HashSet<>(texts);
        assertThat(texts).hasSize(MESSAGES);
        assertThat(once).hasSize(MESSAGES);
        assertThat(texts("paysign.parked")).noneMatch(text -> text.startsWith("replayed"));
    }

    private static void park() throws JMSException {
        try (JMSContext jms = BUNDLE.jms().createContext(JMSContext.SESSION_TRANSACTED)) {
            for (int n = 0; n < MESSAGES; n++) {
                TextMessage message = jms.createTextMessage("replayed " + n);
                message.setStringProperty("paysignSource", RESULTS);
                message.setStringProperty("paysignReason", "unreadable");
                jms.createProducer().send(jms.createQueue("paysign.parked"), message);
            }
            jms.commit();
        }
    }

    /** Takes what is in the queue; what came back in vain would be parked again. */
    private static void drain() throws JMSException {
        try (JMSContext jms = BUNDLE.jms().createContext(JMSContext.SESSION_TRANSACTED);
                JMSConsumer consumer = jms.createConsumer(jms.createQueue(RESULTS))) {
            for (int n = texts(RESULTS).size(); n > 0; n--) {
                assertThat(consumer.receive(10_000)).isNotNull();
            }
            jms.commit();
        }
    }

    private static List<String> texts(String queue) throws JMSException {
        List<String> texts = new ArrayList<>();
        try (QueueBrowser browser = BUNDLE.jms().createBrowser(BUNDLE.jms().createQueue(queue))) {
            Enumeration<?> messages = browser.getEnumeration();
            while (messages.hasMoreElements()) {
                texts.add(((Message) messages.nextElement()).getBody(String.class));
            }
        }
        return texts;
    }

    private long work() throws Exception {
        return json.readTree(paysign("status", "--json").out())
                .at("/agreements/WorkDone")
                .asLong();
    }

    @Test
    void saysWhyItIsNotLetIn() {
        CommandLineRun wrong = paysign("-Dpaysign.console.operator.password=wrong-canary", "status");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("PAYSIGN_CONSOLE_OPERATOR_PASSWORD").doesNotContain("canary", "\tat ");

        CommandLineRun none =
                paysign("-Dpaysign.console.operator.password=", "-Dpaysign.console.viewer.password=", "status");
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("paysign.console.operator.password is empty");
    }

    @Test
    void letsViewersSeeAndNotPress() {
        String nobody = "-Dpaysign.console.operator.password=";
        String viewer = "-Dpaysign.console.viewer.password=look";

        assertThat(paysign(nobody, viewer, "status").out()).contains("is UP");
        assertThat(paysign(nobody, viewer, "tail", "--no-follow").code()).isZero();
        CommandLineRun press = paysign(nobody, viewer, "replay", "outcomes");
        assertThat(press.code()).isEqualTo(2);
        assertThat(press.err()).contains("the user an operator?");
    }

    @Test
    void namesWhereNobodyAnswersAndKeepsThePasswordAtHome() {
        CommandLineRun nobody = CommandLineRun.of("status", "--sandbox", "--url", "http://127.0.0.1:1");
        assertThat(nobody.code()).isEqualTo(2);
        assertThat(nobody.err()).contains("Nobody answers at http://127.0.0.1:1", "paysign.management.host");

        CommandLineRun plain = CommandLineRun.of("status", "--sandbox", "--url", "http://paysign.example.com:9876");
        assertThat(plain.code()).isEqualTo(2);
        assertThat(plain.err()).contains("--url would show a password");

        CommandLineRun user =
                CommandLineRun.of("status", "--sandbox", "--url", "https://boss:canary@paysign.example.com");
        assertThat(user.code()).isEqualTo(2);
        assertThat(user.err()).contains("without a user in it").doesNotContain("canary");

        CommandLineRun elsewhere = CommandLineRun.of("-Dpaysign.management.host=203.0.113.7", "status", "--sandbox");
        assertThat(elsewhere.code()).isEqualTo(2);
        assertThat(elsewhere.err()).contains("paysign.management.host is no address of this machine");
    }

    private static CommandLineRun paysign(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--sandbox");
        if (all.stream().noneMatch("send"::equals)) {
            all.addAll(List.of("--url", "http://127.0.0.1:" + BUNDLE.managementPort()));
        }
        return CommandLineRun.of(all.toArray(String[]::new));
    }
}
