package org.paysign.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paysign.cli.RunningBundle;
import org.paysign.http.ManagementServer;

/** What the console shows of a running bundle and does to it, for whom; all of it as curl would ask. */
@NullUnmarked
class ConsoleTest {

    private static final String OPERATOR = "boss:canary-operator";
    private static final String VIEWER = "guest:canary-viewer";
    private static final String AGREEMENTS = "org.paysign:type=Agreements";
    private static final String CONTEXT = "org.apache.camel:context=paysign,type=context,name=\"paysign\"";
    private static final String ROUTE = "org.apache.camel:context=paysign,type=routes,name=\"unsign-request\"";

    @RegisterExtension
    static final CapturedLog LOG = new CapturedLog();

    @RegisterExtension
    static final RunningBundle BUNDLE = new RunningBundle()
            .with("paysign.broker.password", "canary-broker")
            .with("paysign.console.operator.user", "boss")
            .with("paysign.console.operator.password", "canary-operator")
            .with("paysign.console.viewer.user", "guest")
            .with("paysign.console.viewer.password", "canary-viewer");

    private static final ConsoleClient CONSOLE = new ConsoleClient(BUNDLE);

    @Test
    void isLockedOnEveryPathItServes() throws Exception {
        List<String> console = BUNDLE.bean("managementServer", ManagementServer.class).paths().stream()
                .filter(path -> !path.startsWith("/observe/") && !path.startsWith("/hawtio/static/"))
                .toList();

        assertThat(console).contains("/hawtio/jolokia");
        for (String path : console) {
            HttpResponse<String> answer = CONSOLE.send(CONSOLE.request(path).GET());
            assertThat(answer.statusCode()).as(path).isEqualTo(401);
            assertThat(answer.body()).as(path).isEmpty();
            assertThat(answer.headers().firstValue("WWW-Authenticate"))
                    .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Basic "));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {OPERATOR, VIEWER})
    void showsTheAgreements(String user) throws Exception {
        Deal.signed(BUNDLE);

        await().untilAsserted(() -> assertThat(CONSOLE.get(user, "/read/" + AGREEMENTS)
                        .at("/value/Signed")
                        .asLong())
                .isPositive());
        assertThat(CONSOLE.get(user, "/read/" + AGREEMENTS + "/Signed")
                        .path("status")
                        .asInt())
                .isEqualTo(200);
        assertThat(CONSOLE.get(user, "/read/java.lang:type=Runtime/Uptime")
                        .path("value")
                        .asLong())
                .isPositive();
    }

    @Test
    void tellsHawtioWhoItIs() throws Exception {
        assertThat(CONSOLE.send(ConsoleClient.login(OPERATOR, CONSOLE.request("/hawtio/user"))
                                .GET())
                        .body())
                .isEqualTo("\"boss\"");
        assertThat(ConsoleClient.json(
                                CONSOLE.send(ConsoleClient.login(OPERATOR, CONSOLE.request("/hawtio/hawtconfig.json"))
                                                .GET())
                                        .body())
                        .at("/branding/appName")
                        .asText())
                .isEqualTo("PaySign");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "java.lang:type=Runtime | SystemProperties",
                "java.lang:type=Runtime | InputArguments",
                "java.lang:type=Runtime | ClassPath",
                "java.lang:type=ClassLoading | Verbose",
                "java.util.logging:type=Logging | LoggerNames",
                "com.sun.management:type=HotSpotDiagnostic | DiagnosticOptions",
                "JMImplementation:type=MBeanServerDelegate | MBeanServerId",
                "jolokia:type=ServerHandler,agent=paysign | MBeanServersInfo",
                "org.apache.camel:context=paysign,type=tracer,name=BacklogTracer | Enabled",
                "org.apache.camel:context=paysign,type=tracer,name=BacklogDebugger | Enabled"
            })
    void showsNothingElse(String bean, String attribute) throws Exception {
        for (String user : List.of(OPERATOR, VIEWER)) {
            assertThat(ConsoleClient.refused(CONSOLE.read(user, bean, attribute)))
                    .as(user)
                    .isTrue();
            assertThat(CONSOLE.read(user, bean).path("value")).as(user).isEmpty();
        }
    }

    @Test
    void hidesWhatItDoesNotShow() throws Exception {
        assertThat(CONSOLE.get(OPERATOR, "/list").path("value").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("java.lang", "org.apache.camel", "org.paysign");
        assertThat(CONSOLE.get(OPERATOR, "/search/*:*").path("value"))
                .extracting(JsonNode::asText)
                .isNotEmpty()
                .noneMatch(name -> name.contains("type=tracer") || name.contains("jolokia") || name.contains("sun"));
        assertThat(CONSOLE.get(OPERATOR, "/list/com.sun.management")
                        .path("value")
                        .toString())
                .doesNotContain("op");
    }

    @Test
    void takesNoOtherCommands() throws Exception {
        assertThat(CONSOLE.get(OPERATOR, "/version").path("status").asInt()).isEqualTo(200);
        assertThat(ConsoleClient.refused(CONSOLE.get(OPERATOR, "/write/java.lang:type=Memory/Verbose/true")))
                .isTrue();
        assertThat(ConsoleClient.refused(CONSOLE.get(OPERATOR, "/notification/register")))
                .isTrue();
        assertThat(ConsoleClient.refused(CONSOLE.get(OPERATOR, "/config"))).isTrue();
        assertThat(ConsoleClient.refused(CONSOLE.post(
                        OPERATOR,
                        ConsoleClient.body("write", "java.lang:type=Memory")
                                .put("attribute", "Verbose")
                                .put("value", true))))
                .isTrue();
        assertThat(ConsoleClient.refused(CONSOLE.post(
                        OPERATOR,
                        Deal.JSON.createObjectNode().put("type", "notification").put("command", "register"))))
                .isTrue();
        assertThat(ConsoleClient.refused(
                        CONSOLE.post(OPERATOR, Deal.JSON.createObjectNode().put("type", "config"))))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                CONTEXT + " | sendStringBody(java.lang.String,java.lang.String)",
                CONTEXT + " | sendBody(java.lang.String,java.lang.Object)",
                CONTEXT + " | createEndpoint(java.lang.String)",
                CONTEXT + " | dumpRoutesAsXml(boolean)",
                CONTEXT + " | dumpRoutesAsXml",
                CONTEXT + " | stop()",
                CONTEXT + " | updateRouteFromXml",
                ROUTE + " | remove()",
                ROUTE + " | updateRouteFromXml(java.lang.String)",
                ROUTE + " | dumpStructuredRoutesAsXml",
                ROUTE + " | stop(int)",
                "org.apache.camel:context=paysign,type=routes,* | stop()",
                "org.apache.camel:context=paysign,type=tracer,name=BacklogTracer | dumpAllTracedMessagesAsXml()",
                "org.apache.camel:context=paysign,type=endpoints,name=\"jms://queue:paysign.sign.request\" | browseAllMessagesAsXml(java.lang.Boolean)",
                "java.lang:type=Memory | gc",
                "java.lang:type=Threading | dumpAllThreads(boolean,boolean)",
                "com.sun.management:type=DiagnosticCommand | vmSystemProperties",
                "com.sun.management:type=HotSpotDiagnostic | dumpHeap",
                "jolokia:type=ServerHandler,agent=paysign | mBeanServersInfo",
                "org.paysign:* | pollNow"
            })
    void pressesNothingElse(String bean, String operation) throws Exception {
        for (String user : List.of(OPERATOR, VIEWER)) {
            assertThat(ConsoleClient.refused(CONSOLE.press(user, bean, operation)))
                    .as(user)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pollNow",
                "pollNow()",
                "query",
                "replayOutcomes",
                "replayParked",
                "cancelWork",
                "reloadMerchants"
            })
    void letsTheViewerPressNothing(String operation) throws Exception {
        assertThat(ConsoleClient.refused(CONSOLE.press(VIEWER, AGREEMENTS, operation)))
                .isTrue();
    }

    @Test
    void letsTheViewerSeeRoutesAndNotStopThem() throws Exception {
        assertThat(CONSOLE.press(VIEWER, CONTEXT, "dumpRoutesAsXml()")
                        .path("value")
                        .asText())
                .contains("<route ", "sign-request");
        assertThat(CONSOLE.press(VIEWER, CONTEXT, "dumpRoutesStatsAsXml", "true", "true")
                        .path("value")
                        .asText())
                .contains("exchangesTotal");
        for (String operation : List.of("start()", "stop()", "suspend()", "resume()")) {
            assertThat(ConsoleClient.refused(CONSOLE.press(VIEWER, ROUTE, operation)))
                    .as(operation)
                    .isTrue();
        }
        assertThat(CONSOLE.get(VIEWER, "/read/" + ConsoleClient.encoded(ROUTE) + "/State")
                        .path("value")
                        .asText())
                .isEqualTo("Started");
    }

    @Test
    void letsTheOperatorPressAndSaysWhoDidIt() throws Exception {
        assertThat(CONSOLE.press(OPERATOR, AGREEMENTS, "pollNow").path("value").asText())
                .contains("agreements are due now");

        assertThat(LOG.events())
                .contains("Operator boss@127.0.0.1 presses pollNow of " + AGREEMENTS)
                .contains("Operator boss@127.0.0.1 ordered pollNow");
    }

    @Test
    void tellsOfWhoMayNot() throws Exception {
        CONSOLE.press(VIEWER, AGREEMENTS, "reloadMerchants");

        assertThat(LOG.events()).contains("Viewer guest@127.0.0.1 may not press reloadMerchants of " + AGREEMENTS);
    }

    @Test
    void letsTheOperatorStopAndStartARoute() throws Exception {
        assertThat(CONSOLE.press(OPERATOR, ROUTE, "stop()").path("status").asInt())
                .isEqualTo(200);
        assertThat(CONSOLE.get(OPERATOR, "/read/" + ConsoleClient.encoded(ROUTE) + "/State")
                        .path("value")
                        .asText())
                .isEqualTo("Stopped");
        assertThat(CONSOLE.press(OPERATOR, ROUTE, "start()").path("status").asInt())
                .isEqualTo(200);
        assertThat(CONSOLE.get(OPERATOR, "/read/" + ConsoleClient.encoded(ROUTE) + "/State")
                        .path("value")
                        .asText())
                .isEqualTo("Started");
    }

    /** A picture on another page asks by GET. */
    @Test
    void isNotPressedByAnAddress() throws Exception {
        assertThat(ConsoleClient.refused(CONSOLE.get(OPERATOR, "/exec/" + AGREEMENTS + "/cancelWork")))
                .isTrue();
    }

    @Test
    void refusesTheForbiddenPartOfSeveral() throws Exception {
        ArrayNode parts = Deal.JSON
                .createArrayNode()
                .add(ConsoleClient.body("read", AGREEMENTS).put("attribute", "Issued"))
                .add(ConsoleClient.body("exec", "java.lang:type=Memory").put("operation", "gc"))
                .add(ConsoleClient.body("read", AGREEMENTS).put("attribute", "Signed"));

        assertThat(CONSOLE.post(OPERATOR, parts))
                .extracting(part -> part.path("status").asInt())
                .containsExactly(200, 403, 200);
    }

    @Test
    void isNoWayToOtherMachines() throws Exception {
        ObjectNode proxy = ConsoleClient.body("read", AGREEMENTS).put("attribute", "Issued");
        proxy.putObject("target").put("url", "service:jmx:rmi:///jndi/rmi://127.0.0.1:1/jmxrmi");

        assertThat(ConsoleClient.refused(CONSOLE.post(OPERATOR, proxy))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?callback=steal",
                "/version?callback=steal",
                "?mimeType=text/javascript",
                "?p=/read/java.lang:type=Runtime",
                "?includeStackTrace=true",
                "?serializeException=true"
            })
    void takesNoParametersThatChangeTheKindOfAnswer(String parameter) throws Exception {
        HttpResponse<String> answer =
                CONSOLE.send(ConsoleClient.login(OPERATOR, CONSOLE.request("/hawtio/jolokia" + parameter))
                        .GET());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void showsNoStackTraceWhoeverAsksForIt() throws Exception {
        ObjectNode unknown = ConsoleClient.body("read", AGREEMENTS).put("attribute", "Nothing");
        unknown.putObject("config").put("includeStackTrace", "true").put("serializeException", "true");

        JsonNode answer = CONSOLE.post(OPERATOR, unknown);

        assertThat(answer.path("status").asInt()).isEqualTo(404);
        assertThat(answer.has("stacktrace") || answer.has("error_value")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain, 415",
        "application/x-www-form-urlencoded, 415",
        "application/json; charset=utf-8, 200",
        "text/json, 200"
    })
    void takesNoBodyThatAFormCouldSend(String type, int status) throws Exception {
        HttpResponse<String> answer = CONSOLE.send(ConsoleClient.login(OPERATOR, CONSOLE.request("/hawtio/jolokia"))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString("{\"type\":\"version\"}")));

        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "7", "{\"type\":\"read\",\"target\":\"x\"}", "{\"type\":\"nothing\"}"})
    void answersNonsenseWith400(String body) throws Exception {
        HttpResponse<String> answer = CONSOLE.send(ConsoleClient.login(OPERATOR, CONSOLE.request("/hawtio/jolokia"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void takesNoBodyLargerThanNeeded() throws Exception {
        HttpResponse<String> answer = CONSOLE.send(ConsoleClient.login(OPERATOR, CONSOLE.request("/hawtio/jolokia"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(" ".repeat(70_000))));

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void showsNoPasswords() throws Exception {
        BUNDLE.camel().addRoutes(new Canary());
        Deal.signed(BUNDLE);
        StringBuilder all = new StringBuilder(CONSOLE.get(OPERATOR, "/list").toString());
        ArrayNode reads = Deal.JSON.createArrayNode();
        for (JsonNode name : CONSOLE.get(OPERATOR, "/search/*:*").path("value")) {
            // There are hundreds of processors, each like the others.
            if (name.asText().contains("type=processors") && !name.asText().contains("canary")) {
                continue;
            }
            ObjectNode read = ConsoleClient.body("read", name.asText());
            read.putObject("config").put("ignoreErrors", "true");
            reads.add(read);
            if (reads.size() == 100) {
                all.append(CONSOLE.post(OPERATOR, reads));
                reads.removeAll();
            }
        }
        all.append(CONSOLE.post(OPERATOR, reads));
        all.append(CONSOLE.press(OPERATOR, CONTEXT, "dumpRoutesAsXml()"));
        all.append(CONSOLE.press(OPERATOR, CONTEXT, "dumpRoutesStatsAsXml", "true", "true"));

        assertThat(all.toString())
                .contains("127.0.0.1:1/a", "127.0.0.1:1/b", "OldestUnknownSeconds", "ExchangesTotal")
                .doesNotContain("canary-viewer", "canary-operator", "canary-broker", "whsec_", "BEGIN PRIVATE");
        assertThat(String.join("\n", LOG.events())).doesNotContain("canary-viewer", "canary-operator", "canary-broker");
    }

    /** Somebody's own route, with secrets from the configuration, as all that Camel shows of one. */
    private static final class Canary extends RouteBuilder {

        @Override
        public void configure() {
            from("direct:canary")
                    .routeId("canary")
                    .to("http://127.0.0.1:1/a?authUsername=shop&authPassword={{paysign.console.viewer.password}}")
                    .id("to-option-of-route-of-canary")
                    .to("http://shop:{{paysign.broker.password}}@127.0.0.1:1/b")
                    .id("to-user-of-canary");
        }
    }
}
