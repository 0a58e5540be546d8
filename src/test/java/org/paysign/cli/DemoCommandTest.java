package org.paysign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paysign.sandbox.KeptKeys;
import org.paysign.support.FreePort;
import picocli.CommandLine;

class DemoCommandTest {

    private static final String NAMES =
            """
            poison duplicate conflict unknown-merchant old-client sign unknown-signed fail cancel cancel-signed network
            network-signed forge unknown-unsigned endpoint-down gateway-timeouts notice notice-before notice-late
            notice-twice notice-forged notice-lost silent-notice silent-query certificates unsign user-unsign
            user-unsign-lost expiry sign-again""";

    private final StringWriter printed = new StringWriter();
    private final Map<String, String> replaced = new HashMap<>();

    private final Path data;

    DemoCommandTest(@TempDir Path data) {
        this.data = KeptKeys.in(data);
    }

    @Test
    void playsEveryScenarioOnce() {
        assertThat(demo()).as(printed.toString()).isZero();

        assertThat(lines()).hasSize(31).last().asString().contains("all ended as promised");
        for (String name : NAMES.split("\\s+", -1)) {
            assertThat(lines())
                    .as(name)
                    .filteredOn(line -> line.startsWith("ok    " + name + " "))
                    .hasSize(1);
        }
    }

    @Test
    void failsWhenAScenarioEndsElsewhere() {
        replaced.put("paysign.outcome.cancel", "http://127.0.0.1:{{paysign.sandbox.port}}/merchant/retry");

        assertThat(demo("--only", "cancel,sign")).isEqualTo(1);

        assertThat(lines()).hasSize(3);
        assertThat(lines())
                .filteredOn(line -> line.startsWith("WRONG cancel "))
                .singleElement()
                .asString()
                .contains(
                        "result-cancelled-unless-signed",
                        "| endpoint retry: agreement.cancelled",
                        "to endpoint cancel: agreement.cancelled");
        assertThat(lines()).last().asString().contains("1 ended elsewhere");
    }

    @Test
    void failsWhenAScenarioTakesAnotherRoute() {
        replaced.put("paysign.result.confirm", "7002");

        assertThat(demo("--only", "cancel")).isEqualTo(1);

        assertThat(lines().get(0)).startsWith("WRONG cancel ").contains("result-cancelled-at-once");
    }

    @Test
    void refusesUnknownScenario() {
        assertThat(demo("--only", "no-such")).isEqualTo(2);

        assertThat(printed.toString()).contains("There is no such scenario: no-such; take one of poison, duplicate");
    }

    @Test
    void namesTheKeyOfATakenPort() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            replaced.put("paysign.sandbox.port", String.valueOf(taken.getLocalPort()));

            assertThat(demo()).isEqualTo(2);
        }
        assertThat(printed.toString()).contains("paysign.sandbox.port").doesNotContain("\tat ");
    }

    @Test
    void isAVerb() {
        assertThat(PaySign.line().getSubcommands()).containsKeys("run", "sandbox", "demo");
    }

    @Test
    void failsWhenAnEndGoesElsewhere() {
        replaced.put("paysign.outcome.ended", "http://127.0.0.1:{{paysign.sandbox.port}}/merchant/cancel");

        assertThat(demo("--only", "user-unsign")).isEqualTo(1);

        assertThat(lines().get(0))
                .startsWith("WRONG user-unsign ")
                .contains("| endpoint success, cancel: agreement.signed", "to endpoint success, ended: ");
    }

    private int demo(String... options) {
        replaced.put("paysign.data.dir", data.toString());
        replaced.putIfAbsent("paysign.sandbox.port", "0");
        replaced.put("paysign.sandbox.broker.port", "0");
        replaced.put("paysign.http.port", String.valueOf(FreePort.find()));
        replaced.put("paysign.management.port", "0");
        PrintWriter out = new PrintWriter(printed, true);
        return PaySign.explaining(new CommandLine(new DemoCommand(replaced)))
                .setOut(out)
                .setErr(out)
                .execute(options);
    }

    private List<String> lines() {
        return printed.toString().lines().toList();
    }
}
