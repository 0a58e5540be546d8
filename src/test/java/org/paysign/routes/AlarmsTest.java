package org.paysign.routes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.JMSConsumer;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.DoublePredicate;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.paysign.agreement.State;
import org.paysign.cli.RunningBundle;
import org.paysign.store.Delivery;
import org.paysign.store.Lane;
import org.paysign.store.Outcomes;
import org.paysign.support.Alarm;
import org.paysign.support.Queries;

/**
 * Causes what alarms tell of, does what "What to do when" says, and sees it over: in the figures that the alarm reads and,
 * where there is a Prometheus, in the alarm's own expression.
 */
@NullUnmarked
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AlarmsTest {

    private static final ObjectName DESK = name("org.paysign:type=Agreements");

    @Order(1)
    @RegisterExtension
    static final RunningBundle BUNDLE = new RunningBundle()
            .with("paysign.merchants.dir", "config/sandbox/merchants")
            .with("paysign.operator.patience", "15000")
            .with("paysign.health.outcome", "600")
            .with("paysign.deliver.longest-gap", "1")
            .with("paysign.deliver.tries", "2");

    @Order(2)
    @RegisterExtension
    static final PrometheusServer PROMETHEUS = PrometheusServer.scraping(BUNDLE);

    /** The first, because counters remember what the others do. */
    @Order(1)
    @Test
    void allAreSilentWhileNothingIsWrong() throws Exception {
        PrometheusServer.require();
        Deal.signed(BUNDLE);

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(PROMETHEUS.query("sum(increase(camel_exchanges_total{routeId=\"reconcile-signed\"}[1m])) > 0"))
                    .isNotEmpty();
            for (Alarm alarm : Alarm.all()) {
                assertThat(PROMETHEUS.query(alarm.expression()))
                        .as(alarm.name())
                        .isEmpty();
            }
        });
    }

    @Test
    void parkedOutcomesAreReplayedWhenTheEndpointIsMended() throws Exception {
        BUNDLE.post("/merchant/faults", "{\"endpoint\":\"cancel\",\"status\":503,\"next\":-1}");
        Deal deal = Deal.open(BUNDLE);
        deal.relay(deal.phone("cancel"));
        sees("paysign_outcome_try_seconds_count", tries -> tries >= 1, "target=\"cancel\"", "taken=\"false\"");
        BUNDLE.camel().getRouteController().stopRoute("deliver-outcome");

        Times.of(BUNDLE).pass(deal.number(), Duration.ofMinutes(20));
        sees("paysign_oldest_seconds", age -> age > 600, "what=\"outcome\"");
        PROMETHEUS.sees("PaySignOutcomeTooOld");
        Times.of(BUNDLE).pass(deal.number(), Duration.ofDays(8));
        BUNDLE.camel().getRouteController().startRoute("deliver-outcome");
        sees("paysign_outcomes", parked -> parked == 1, "PARKED");
        PROMETHEUS.sees("PaySignOutcomesParked");
        PROMETHEUS.seesNo("PaySignOutcomeTooOld");

        BUNDLE.post("/merchant/faults", "{\"endpoint\":\"cancel\",\"status\":503,\"next\":0}");
        assertThat(press("replayOutcomes")).startsWith("1 parked outcomes");

        assertThat(deal.outcome(1).path("endpoint").asText()).isEqualTo("cancel");
        sees("paysign_outcomes", parked -> parked == 0, "PARKED");
        PROMETHEUS.seesNo("PaySignOutcomesParked");
    }

    @Test
    void parkedMessagesAreReplayedWhenTheirCauseIsMended() throws Exception {
        String requestId = UUID.randomUUID().toString();
        BUNDLE.send(
                "paysign.sign.result",
                "{\"merchant\":\"demo\",\"requestId\":\"" + requestId + "\",\"resultStatus\":\"6001\"}");
        sees("paysign_queue_messages", parked -> parked == 1, "queue=\"paysign.parked\"");
        sees("paysign_parked_messages", parked -> parked == 1);
        PROMETHEUS.sees("PaySignMessagesParked");

        String number = BUNDLE.reply(Deal.request(requestId, "{}"))
                .path("externalAgreementNo")
                .asText();
        assertThat(press("replayParked", 10)).contains("paysign.sign.result=1");

        sees("paysign_queue_messages", parked -> parked == 0, "queue=\"paysign.parked\"");
        PROMETHEUS.seesNo("PaySignMessagesParked");
        assertThat(BUNDLE.awaitOutcome(number, 1).path("endpoint").asText()).isEqualTo("cancel");
    }

    @Test
    void unknownAgreementIsDecidedWhenTheGatewayIsBackAndPollNowPressed() throws Exception {
        BUNDLE.post("/alipay/faults", "{\"kind\":\"http500\",\"next\":-1}");
        Deal deal = Deal.open(BUNDLE);
        deal.relay(deal.phone("cancel"));
        sees("paysign_health", up -> up == 0, "check=\"paysign-gateways\"");
        sees("paysign_gateway_call_seconds_count", calls -> calls >= 3, "answered=\"false\"");
        Times.of(BUNDLE).pass(deal.number(), Duration.ofHours(26));
        sees("paysign_oldest_seconds", age -> age > 90_000, "what=\"unknown\"");
        sees("paysign_agreements", count -> count >= 1, "merchant=\"demo\"", "UNKNOWN");
        PROMETHEUS.sees("PaySignUnknownTooOld");
        PROMETHEUS.sees("PaySignGatewayAway");
        PROMETHEUS.sees("PaySignGatewayFails");

        BUNDLE.post("/alipay/faults", "{\"kind\":\"http500\",\"next\":0}");
        assertThat(press("pollNow")).contains("are due now");

        await().atMost(Duration.ofSeconds(30)).until(() -> deal.state() == State.CANCELLED);
        sees("paysign_oldest_seconds", age -> age < 90_000, "what=\"unknown\"");
        sees("paysign_health", up -> up == 1, "check=\"paysign-gateways\"");
        PROMETHEUS.seesNo("PaySignUnknownTooOld");
        PROMETHEUS.seesNo("PaySignGatewayAway");
    }

    @Test
    void requestsWaitUntilTheirRouteIsStarted() throws Exception {
        BUNDLE.camel().getRouteController().stopRoute("sign-request");
        String id = BUNDLE.send(
                "paysign.sign.request", Deal.request(UUID.randomUUID().toString(), "{}"));
        sees("paysign_queue_messages", waiting -> waiting == 1, "queue=\"paysign.sign.request\"");
        sees("paysign_health", up -> up == 0, "check=\"route:sign-request\"");
        double routes = Scrape.of(BUNDLE).figure("camel_routes_added_routes");
        sees("camel_routes_running_routes", running -> running == routes - 1);
        PROMETHEUS.sees("PaySignRouteStopped");

        BUNDLE.camel().getRouteController().startRoute("sign-request");

        BUNDLE.receive("paysign.sign.reply", id);
        sees("paysign_queue_messages", waiting -> waiting == 0, "queue=\"paysign.sign.request\"");
        sees("paysign_health", up -> up == 1, "check=\"route:sign-request\"");
        PROMETHEUS.seesNo("PaySignRouteStopped");
    }

    @Test
    void forgedNoticesAreCountedByReason() throws Exception {
        Deal deal = Deal.open(BUNDLE);
        double before = Scrape.of(BUNDLE).figure("paysign_notices_refused_total", "wrong_signature");
        for (int i = 0; i < 5; i++) {
            String form = new String(Sent.signed(deal).again().form(), ISO_8859_1);
            assertThat(BUNDLE.notice(
                            form.replaceFirst("(^|&)sign=....", "$1sign=AAAA").getBytes(ISO_8859_1)))
                    .isEqualTo("200 fail");
        }

        sees("paysign_notices_refused_total", count -> count == before + 5, "wrong_signature");
        PROMETHEUS.sees("PaySignNoticesForged");
        assertThat(deal.state()).isEqualTo(State.ISSUED);
    }

    @Test
    void resultsWithoutProofAreCounted() throws Exception {
        double before = Scrape.of(BUNDLE).figure("paysign_results_unproven_total");
        for (int i = 0; i < 7; i++) {
            Deal deal = Deal.open(BUNDLE);
            deal.relay(deal.phone("forge"));
        }

        sees("paysign_results_unproven_total", count -> count == before + 7);
        PROMETHEUS.sees("PaySignResultsUnproven");
    }

    @Test
    void lateWritesAreCounted() throws Exception {
        BUNDLE.camel().getRouteController().stopRoute("deliver-outcome");
        Deal deal = Deal.open(BUNDLE);
        deal.relay(deal.phone("sign"));
        await().until(() -> deal.state() == State.SIGNED);
        Outcomes outcomes = BUNDLE.bean("outcomes", Outcomes.class);
        Delivery late = claim(outcomes, deal, Duration.ZERO);
        claim(outcomes, deal, Duration.ofMinutes(1));

        assertThat(outcomes.delivered(late)).isFalse();

        sees("paysign_late_writes_refused_total", count -> count == 1);
        assertThat(ManagementFactory.getPlatformMBeanServer().getAttribute(DESK, "LateWritesRefused"))
                .isEqualTo(1L);
        PROMETHEUS.sees("PaySignLateWrites");
        Times.of(BUNDLE).pass(deal.number(), Duration.ofMinutes(2));
        BUNDLE.camel().getRouteController().startRoute("deliver-outcome");
        assertThat(deal.outcome(1).path("endpoint").asText()).isEqualTo("success");
    }

    private static Delivery claim(Outcomes outcomes, Deal deal, Duration lease) {
        return outcomes.claim(new Lane("demo", "success"), 99, lease).stream()
                .filter(delivery -> delivery.body().contains(deal.number()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyFigureStandsOnItsPage() throws Exception {
        traffic();

        Scrape scrape = Scrape.of(BUNDLE);
        takeParked();

        assertThat(MetricsPage.rows()).isEqualTo(scrape.shapes("paysign_"));
        assertThat(scrape.text())
                .contains(MetricsPage.others().stream()
                        .map(name -> "# TYPE " + name + " ")
                        .toArray(String[]::new));
    }

    @Test
    void everyQueryFindsWhatItReads() throws Exception {
        PrometheusServer.require();
        traffic();
        takeParked();
        Set<String> selectors = new TreeSet<>();
        queries().forEach(query -> selectors.addAll(Queries.selectors(query)));
        selectors.removeIf(selector -> selector.startsWith("ALERTS"));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(selectors)
                .hasSizeGreaterThan(40)
                .allSatisfy(selector -> assertThat(PROMETHEUS.knows(selector))
                        .as("series %s", selector)
                        .isTrue()));
        for (String query : queries()) {
            assertThat(PROMETHEUS.query(query)).as(query).isNotNull();
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(PROMETHEUS.rules().findValuesAsText("health"))
                        .hasSameSizeAs(Alarm.all())
                        .containsOnly("ok"));
    }

    private static List<String> queries() {
        return Stream.concat(Alarm.all().stream().map(Alarm::expression), Queries.ofTheDashboard().stream())
                .toList();
    }

    /** A bit of all that is counted. */
    private static void traffic() throws Exception {
        // Its pauses have no figure before the first.
        System.gc();
        Deal signed = Deal.signed(BUNDLE);
        BUNDLE.notice(Sent.signed(signed).form());
        Deal forged = Deal.open(BUNDLE);
        forged.relay(forged.phone("forge"));
        BUNDLE.send("paysign.sign.result", "unreadable");
        sees("paysign_parked_messages", parked -> parked >= 1);
        sees("paysign_gateway_call_seconds_count", calls -> calls >= 1, "answered=\"true\"");
        sees("paysign_agreements", count -> count >= 0, "UNKNOWN");
        PROMETHEUS.sees("PaySignMessagesParked");
    }

    /** No other test is to find what this one has parked. */
    private static void takeParked() {
        try (JMSConsumer parked = BUNDLE.jms().createConsumer(BUNDLE.jms().createQueue("paysign.parked"))) {
            assertThat(parked.receive(15_000)).isNotNull();
        }
        sees("paysign_queue_messages", left -> left == 0, "queue=\"paysign.parked\"");
    }

    private static void sees(String name, DoublePredicate wanted, String... labels) {
        await(name)
                .atMost(Duration.ofSeconds(30))
                .until(() -> wanted.test(Scrape.of(BUNDLE).figure(name, labels)));
    }

    private static String press(String operation, Object... values) throws JMException {
        String[] types = Stream.of(values).map(value -> "int").toArray(String[]::new);
        return (String) ManagementFactory.getPlatformMBeanServer().invoke(DESK, operation, values, types);
    }

    private static ObjectName name(String text) {
        try {
            return new ObjectName(text);
        } catch (JMException malformed) {
            throw new IllegalStateException(malformed);
        }
    }
}
