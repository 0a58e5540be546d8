package org.paysign.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.paysign.agreement.State;
import org.paysign.cli.RunningBundle;

/** Every endpoint of the merchant takes what it gets and never answers, and neither does Alipay's gateway. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackPressureTest {

    private static final String HANDS = "4";
    private static final BlackHole ENDPOINTS = new BlackHole();

    @RegisterExtension
    static final RunningBundle BUNDLE = new RunningBundle()
            .with("paysign.outcome.success", ENDPOINTS.uri("/success"))
            .with("paysign.outcome.retry", ENDPOINTS.uri("/retry"))
            .with("paysign.outcome.cancel", ENDPOINTS.uri("/cancel"))
            .with("paysign.result.confirm", "none")
            // A hand each, so that there are more than hands.
            .with("paysign.deliver.batch", "1")
            .with("camel.component.http.responseTimeout", "60000")
            .with("camel.component.http.soTimeout", "60000")
            .with("camel.threadpool.config[delivering].poolSize", HANDS)
            .with("camel.threadpool.config[delivering].maxPoolSize", HANDS);

    /** Before the bundle stops, so that nothing has to be waited for. */
    @AfterAll
    void letsGo() throws Exception {
        BUNDLE.post("/alipay/faults", "{\"kind\":\"timeout\",\"next\":0}");
        ENDPOINTS.close();
    }

    @Test
    void goesOnSigningAndAskingWhileAllOthersHang() throws Exception {
        BUNDLE.post("/alipay/faults", "{\"kind\":\"timeout\",\"next\":-1}");
        for (int n = 0; n < 3; n++) {
            Deal signed = Deal.open(BUNDLE);
            signed.relay(signed.phone("sign"));
            Deal.open(BUNDLE).relay("7002");
            Deal.open(BUNDLE).relay("6001");
            Deal.open(BUNDLE).relay("7001");
        }
        await().until(() -> ENDPOINTS.connections() >= Integer.parseInt(HANDS));
        long looked = looks();
        await().untilAsserted(() -> assertThat(looks())
                .as("looks for outcomes that ended, with no hand free")
                .isGreaterThan(looked + 2));
        await().untilAsserted(() -> assertThat(connectionsInUse())
                .as("connections of the database that somebody keeps while he waits for others")
                .isZero());

        for (int n = 0; n < 20; n++) {
            Deal deal = Deal.open(BUNDLE);
            deal.relay(deal.phone("sign"));
            await().until(() -> deal.state() == State.SIGNED);
            assertThat(Sent.signed(deal).answer()).isEqualTo("200 success");
        }

        BUNDLE.post("/alipay/faults", "{\"kind\":\"timeout\",\"next\":0}");
        Deal unknown = Deal.open(BUNDLE);
        unknown.relay(unknown.phone("unknown-signed"));
        await().untilAsserted(() ->
                assertThat(unknown.state()).as("asked by hands of their own").isEqualTo(State.SIGNED));
        assertThat(ENDPOINTS.connections()).isGreaterThanOrEqualTo(Integer.parseInt(HANDS));
    }

    private static long looks() throws Exception {
        return (Long) ManagementFactory.getPlatformMBeanServer()
                .getAttribute(
                        new ObjectName("org.apache.camel:context=paysign,type=routes,name=\"deliver-outcome\""),
                        "ExchangesCompleted");
    }

    private static double connectionsInUse() {
        return BUNDLE.bean("meters", MeterRegistry.class)
                .get("hikaricp.connections.active")
                .gauge()
                .value();
    }

    /** A server that takes connections and never says a word. */
    private static final class BlackHole implements AutoCloseable {

        private final List<Socket> taken = new CopyOnWriteArrayList<>();
        private final ServerSocket server;

        BlackHole() {
            try {
                server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            } catch (IOException taken) {
                throw new UncheckedIOException(taken);
            }
            Thread thread = new Thread(this::take, "black-hole");
            thread.setDaemon(true);
            thread.start();
        }

        private void take() {
            try {
                while (!server.isClosed()) {
                    taken.add(server.accept());
                }
            } catch (IOException closed) {
                taken.forEach(BlackHole::cut);
            }
        }

        private static void cut(Socket socket) {
            try {
                socket.close();
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }

        String uri(String path) {
            return "http://127.0.0.1:" + server.getLocalPort() + path;
        }

        int connections() {
            return taken.size();
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
