package org.paysign.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.paysign.agreement.State;
import org.paysign.cli.RunningBundle;

/** Six canaries fly through every flow of one bundle, as in production but at DEBUG, and are looked for everywhere. */
@NullUnmarked
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CanariesTest {

    private static final Path MERCHANTS = merchants();
    private static final Endpoint SUCCESS = endpoint(503, 404);
    private static final Endpoint DOWN = endpoint(500, 500, 500, 500, 500, 500);
    private static final List<String> ANSWERS = new ArrayList<>();
    private static final List<String> PARKED = new ArrayList<>();

    @RegisterExtension
    @Order(1)
    static final DebugLog LOG = new DebugLog();

    @RegisterExtension
    @Order(2)
    static final RunningBundle BUNDLE = new RunningBundle()
            .with("camel.main.profile", "prod")
            .with("paysign.broker.password", Canaries.PASSWORD)
            .with("paysign.merchants.dir", MERCHANTS.toString())
            .with("paysign.outcome.success", SUCCESS.uri("/success"))
            .with("paysign.outcome.cancel", DOWN.uri("/cancel"))
            .with("paysign.deliver.longest-gap", "1")
            .with("paysign.deliver.tries", "4")
            .with("paysign.deliver.age", "1")
            .with("paysign.queue.attempts", "2")
            .with("paysign.operator.patience", "15000");

    @AfterAll
    static void close() {
        SUCCESS.close();
        DOWN.close();
    }

    private static Path merchants() {
        try {
            Path folder = Files.createTempDirectory("canaries");
            String demo = Files.readString(Path.of("config/sandbox/merchants/demo.properties"));
            Files.writeString(
                    folder.resolve("demo.properties"),
                    demo.replaceAll("webhook-secret=.*", "webhook-secret=" + Canaries.WEBHOOK));
            return folder;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Endpoint endpoint(Integer... codes) {
        try {
            return new Endpoint(codes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Test
    @Order(1)
    void signsAndTells() throws Exception {
        Deal deal = Deal.open(BUNDLE, person());
        String signStr = decoded(decoded(deal.signStr()));
        assertThat(signStr).as("what is signed").contains(Canaries.PHONE, Canaries.CITIZEN);

        deal.relay(deal.phone("sign").put("auth_token", Canaries.TOKEN));
        await().until(() -> SUCCESS.tries().size() >= 3);

        Endpoint.Try told = SUCCESS.tries().get(2);
        assertThat(told.headers().get("webhook-signature"))
                .as("signed with the secret")
                .startsWith("v1,");
        ANSWERS.add(Sent.signed(deal)
                .with("external_logon_id", Canaries.PHONE)
                .with("auth_token", Canaries.TOKEN)
                .again()
                .answer());
        assertThat(ANSWERS).as("a notice with both is believed").containsExactly("200 success");
        Message unsigned = BUNDLE.receive(
                "paysign.sign.reply",
                BUNDLE.send(
                        "paysign.unsign.request",
                        message("{\"requestId\":\"" + UUID.randomUUID()
                                + "\",\"merchant\":\"demo\",\"externalAgreementNo\":\"" + deal.number() + "\"}")));
        assertThat(((TextMessage) unsigned).getText()).contains("ENDED");
    }

    @Test
    @Order(2)
    void refusesAndParks() throws Exception {
        String key = pem();
        for (String bad : List.of(
                person().replace("\"external_logon_id\"", "\"period\""),
                "{\"period_rule_params\":{\"single_amount\":\"" + Canaries.PHONE + "\"},\"x\":\"" + Canaries.TOKEN
                        + "\"}",
                "{\"merchant_process_url\":" + Deal.JSON.writeValueAsString(key) + ",\"sign_scene\":7}")) {
            BUNDLE.reply(Deal.request(UUID.randomUUID().toString(), bad));
        }
        for (String queue : List.of("paysign.sign.request", "paysign.sign.result", "paysign.unsign.request")) {
            for (String body : List.of(
                    "{\"requestId\":\"r\",\"phone\":" + person() + ",\"auth_token\":\"" + Canaries.TOKEN,
                    Canaries.PHONE + " " + Canaries.CITIZEN + " " + key,
                    "{\"user_name\":\"" + "x".repeat(70_000) + Canaries.PHONE + "\"}",
                    "{\"merchant\":\"" + Canaries.PHONE + "\",\"auth_token\":\"" + Canaries.TOKEN + "\"}")) {
                park(BUNDLE.send(queue, message(body)));
            }
        }
        for (String form : List.of(
                "app_id=1&sign=x&auth_token=" + Canaries.TOKEN + "&buyer_logon_id=" + Canaries.PHONE,
                Canaries.PHONE + "+" + Canaries.CITIZEN,
                "%zz&auth_token=" + Canaries.TOKEN)) {
            ANSWERS.add(BUNDLE.notice(form.getBytes(StandardCharsets.UTF_8)));
        }
        Deal deal = Deal.open(BUNDLE, person());
        ANSWERS.add(Sent.signed(deal).with("sign", Canaries.TOKEN).answer());
        assertThat(PARKED).hasSize(12);
    }

    private static void park(String id) throws JMSException {
        Message parked = BUNDLE.receive("paysign.parked", id);
        PARKED.add(parked.getStringProperty("paysignReason") + " " + parked.getStringProperty("paysignDetail") + " "
                + parked.getStringProperty("paysignSource"));
    }

    @Test
    @Order(3)
    void asksInEveryTrouble() throws Exception {
        for (String kind : List.of("timeout", "http500", "system-error", "bad-signature", "reset")) {
            Deal deal = Deal.open(BUNDLE, person());
            ObjectNode forged = deal.phone("forge").put("auth_token", Canaries.TOKEN);
            BUNDLE.post("/alipay/faults", "{\"kind\":\"" + kind + "\",\"next\":1}");
            deal.relay(forged);
            await().until(() -> BUNDLE.post("/alipay/faults", "{\"kind\":\"reset\",\"next\":0}")
                            .isEmpty()
                    || deal.state() != State.ISSUED);
        }
        Deal cancelled = Deal.open(BUNDLE, person());
        cancelled.relay(cancelled.phone("cancel"));
        await().until(() -> DOWN.tries().size() >= 4);
        await().until(() -> number("OutcomesParked") > 0);
    }

    @Test
    @Order(4)
    void operates() throws Exception {
        Message again = BUNDLE.receive(
                "paysign.parked",
                BUNDLE.send(
                        "paysign.sign.result",
                        message("{\"merchant\":\"demo\",\"requestId\":\"" + Canaries.PHONE
                                + "\",\"resultStatus\":\"6001\"}")));
        BUNDLE.jms().createProducer().send(BUNDLE.jms().createQueue("paysign.parked"), again);
        ANSWERS.add(press("replayParked", 10));
        ANSWERS.add(press("replayOutcomes"));
        ANSWERS.add(press("query", "demo", Canaries.PHONE));
        Path broken = MERCHANTS.resolve("broken.properties");
        Properties profile = new Properties();
        profile.setProperty("app-private-key", pem());
        profile.setProperty("webhook-secret", Canaries.WEBHOOK + "!");
        try (var out = Files.newBufferedWriter(broken)) {
            profile.store(out, null);
        }
        try {
            ANSWERS.add(press("reloadMerchants"));
        } catch (JMException | RuntimeException refused) {
            ANSWERS.add(refused.toString() + refused.getCause());
        } finally {
            Files.delete(broken);
        }
    }

    @Test
    @Order(5)
    void isSeenNowhere() throws Exception {
        String pem = pem();
        Canaries canaries = Canaries.with(pem.replaceAll("-----[^-]*-----|\\s", ""));
        assertThat(canaries.in("..." + Canaries.PHONE)).as("the search finds").contains("phone");
        for (String talker : List.of(
                "org.paysign",
                "org.apache.camel",
                "org.apache.activemq.artemis",
                "org.apache.hc",
                "org.eclipse.jetty")) {
            assertThat(LOG.count(talker)).as("events at DEBUG of " + talker).isGreaterThan(20);
        }
        String log = LOG.text();
        assertThat(canaries.in(log))
                .as(() -> "the log: " + around(log, canaries))
                .isEmpty();
        assertThat(log)
                .contains(
                        "agreement.issued",
                        "agreement.changed",
                        "outcome.made",
                        "outcome.delivered",
                        "outcome.refused",
                        "outcome.parked",
                        "message.parked",
                        "request.refused",
                        "query.unanswered",
                        "notice.recorded");
        List<String> beans = jmx();
        assertThat(beans.size()).isGreaterThan(500);
        assertThat(beans.stream().filter(bean -> canaries.in(bean).isPresent()).map(bean -> around(bean, canaries)))
                .as("what JMX shows")
                .isEmpty();
        for (String page : List.of("/observe/metrics", "/observe/health", "/observe/health/ready")) {
            String text = get(page);
            assertThat(text).isNotBlank();
            assertThat(canaries.in(text)).as(page).isEmpty();
        }
        assertThat(ANSWERS).hasSizeGreaterThan(6);
        assertThat(ANSWERS).as("answers").noneMatch(answer -> canaries.in(answer)
                .isPresent());
        assertThat(PARKED).as("reasons").noneMatch(reason -> canaries.in(reason).isPresent());
    }

    /** Where it is, without the canary: a failure of this test must not be the leak. */
    private static String around(String text, Canaries canaries) {
        return canaries.forms().values().stream()
                .filter(text::contains)
                .map(form -> text.substring(Math.max(0, text.indexOf(form) - 300), text.indexOf(form)) + "<CANARY>")
                .findFirst()
                .orElse("");
    }

    private static List<String> jmx() throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        List<String> all = new ArrayList<>();
        for (String domain :
                List.of("org.paysign*:*", "org.apache.camel*:*", "org.apache.activemq*:*", "org.apache.logging*:*")) {
            for (ObjectName name : server.queryNames(new ObjectName(domain), null)) {
                for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
                    all.add(name + " " + attribute.getName() + "=" + value(server, name, attribute));
                }
            }
        }
        return all;
    }

    private static String value(MBeanServer server, ObjectName name, MBeanAttributeInfo attribute) {
        try {
            // The embedded broker's view of a parked message is the message itself.
            return attribute.isReadable() && !attribute.getName().equals("FirstMessageAsJSON")
                    ? text(server.getAttribute(name, attribute.getName()))
                    : "";
        } catch (JMException | RuntimeException unreadable) {
            return String.valueOf(unreadable);
        }
    }

    private static String text(Object value) {
        if (value instanceof TabularData table) {
            return table.values().stream().map(CanariesTest::text).toList().toString();
        }
        if (value instanceof CompositeData row) {
            return row.values().stream().map(CanariesTest::text).toList().toString();
        }
        return value instanceof Object[] many
                ? Arrays.stream(many).map(CanariesTest::text).toList().toString()
                : String.valueOf(value);
    }

    private static java.util.function.Function<jakarta.jms.JMSContext, Message> message(String body) {
        return jms -> {
            try {
                TextMessage message = jms.createTextMessage(body);
                message.setStringProperty("auth_token", Canaries.TOKEN);
                message.setStringProperty("buyer", Canaries.PHONE);
                return message;
            } catch (JMSException broken) {
                throw new IllegalStateException(broken);
            }
        };
    }

    private static String person() {
        return "{\"external_logon_id\":\"" + Canaries.PHONE
                + "\",\"identity_params\":{\"user_name\":\"张三\",\"cert_no\":\"" + Canaries.CITIZEN + "\"}}";
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String pem() throws IOException {
        return Files.readString(Path.of(BUNDLE.dataDir(), "keys/demo/app-private-key.pem"));
    }

    private static long number(String attribute) throws JMException {
        return (Long) ManagementFactory.getPlatformMBeanServer()
                .getAttribute(new ObjectName("org.paysign:type=Agreements"), attribute);
    }

    private static String press(String operation, Object... values) throws JMException {
        String[] types = Arrays.stream(values)
                .map(value -> value instanceof Integer ? "int" : "java.lang.String")
                .toArray(String[]::new);
        return (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(new ObjectName("org.paysign:type=Agreements"), operation, values, types);
    }

    private static String get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + BUNDLE.managementPort() + path))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
