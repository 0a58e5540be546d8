package org.paysign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paysign.sandbox.BrokerSettings;
import org.paysign.sandbox.EmbeddedBroker;
import org.paysign.support.FreePort;
import org.paysign.support.MerchantFolder;

/** A doctor's round through surroundings in which one thing after the other breaks. */
class DoctorTest {

    private static final String SECRET = "geheim";

    private final Path folder;
    private final EmbeddedBroker broker;
    private final HttpServer gateway;
    private final ServerSocket taken;
    private final Map<String, String> keys = new TreeMap<>();

    DoctorTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        broker = EmbeddedBroker.start(new BrokerSettings(folder.resolve("broker"), 0, "port", "bundle", SECRET, 9));
        InetAddress here = InetAddress.getLoopbackAddress();
        gateway = HttpServer.create(new InetSocketAddress(here, 0), 0);
        taken = new ServerSocket(0, 1, here);
    }

    @BeforeEach
    void beWell() throws IOException {
        gateway.createContext("/", exchange -> exchange.sendResponseHeaders(405, -1));
        gateway.start();
        keys.put("paysign.http.port", String.valueOf(FreePort.find()));
        keys.put("paysign.management.port", String.valueOf(FreePort.find()));
        keys.put("camel.main.profile", "dev");
        keys.put("paysign.http.host", "127.0.0.1");
        keys.put("paysign.data.dir", folder.resolve("data").toString());
        keys.put("paysign.broker.url", "tcp://127.0.0.1:" + broker.port());
        keys.put("paysign.broker.user", "bundle");
        keys.put("paysign.broker.password", SECRET);
        for (String outcome : new String[] {"success", "retry", "cancel", "ended"}) {
            keys.put("paysign.outcome." + outcome, "https://shop.example/" + outcome);
        }
        MerchantFolder.valid(Files.createDirectory(folder.resolve("merchants")))
                .with("gateway-url", "http://127.0.0.1:" + gateway.getAddress().getPort() + "/gateway.do")
                .file();
    }

    @AfterEach
    void goHome() throws IOException {
        broker.close();
        gateway.stop(0);
        taken.close();
    }

    /** What is found, by name. */
    private Map<String, String> states(int code) throws IOException {
        Path shipped = Path.of("config/application.properties");
        StringBuilder text = new StringBuilder(Files.readString(shipped)).append('\n');
        keys.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
        Files.writeString(folder.resolve("application.properties"), text);
        StringWriter out = new StringWriter();
        assertThat(PaySign.line().setOut(new PrintWriter(out, true)).execute("doctor", "--json", "--config=" + folder))
                .as(out.toString())
                .isEqualTo(code);
        assertThat(out.toString()).doesNotContain(SECRET);
        Map<String, String> states = new TreeMap<>();
        for (JsonNode finding : new ObjectMapper().readTree(out.toString())) {
            states.put(
                    finding.path("name").asText().replaceAll(" [0-9]+ ", " "),
                    finding.path("state").asText() + " "
                            + finding.path("sentence").asText());
        }
        return states;
    }

    @Test
    void findsEverythingWell() throws IOException {
        assertThat(states(0))
                .containsKeys(
                        "Java",
                        "configuration",
                        "port (paysign.http.port)",
                        "port (paysign.management.port)",
                        "broker",
                        "database",
                        "merchant shop",
                        "gateway 127.0.0.1",
                        "clock against gateway 127.0.0.1")
                .allSatisfy((name, state) -> assertThat(state).as(name).startsWith("OK "));
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void findsWhatIsMissing() throws IOException {
        keys.put("paysign.http.port", String.valueOf(taken.getLocalPort()));
        keys.put("paysign.queue.sign-request", "made.by.nobody");
        keys.put("paysign.database.url", "jdbc:postgresql://127.0.0.1:1/x?password=" + SECRET);
        MerchantFolder.valid(folder.resolve("merchants"))
                .with("charset", "latin")
                .with("gateway-url", "http://127.0.0.1:1/gateway.do")
                .file();

        assertThat(states(1))
                .hasEntrySatisfying(
                        "port (paysign.http.port)", state -> assertThat(state).startsWith("FAIL taken"))
                .hasEntrySatisfying(
                        "broker", state -> assertThat(state).startsWith("FAIL").contains("made.by.nobody"))
                .hasEntrySatisfying("database", state -> assertThat(state).startsWith("FAIL it cannot be reached"))
                .hasEntrySatisfying(
                        "merchant shop",
                        state -> assertThat(state).startsWith("FAIL").contains("charset"))
                .hasEntrySatisfying(
                        "gateway 127.0.0.1", state -> assertThat(state).startsWith("FAIL cannot be reached"))
                .containsEntry("port (paysign.management.port)", "OK free");
    }

    @Test
    void findsWhatIsRefused() throws IOException {
        keys.put("paysign.broker.user", "stranger");
        keys.put("paysign.database.url", "jdbc:h2:mem:x");
        keys.put("camel.component.jms.transacted", "false");

        assertThat(states(1))
                .hasEntrySatisfying(
                        "broker", state -> assertThat(state).startsWith("FAIL").contains("Security"))
                .hasEntrySatisfying(
                        "database",
                        state -> assertThat(state).startsWith("FAIL").contains("WRITE_DELAY=0"))
                .hasEntrySatisfying(
                        "configuration",
                        state -> assertThat(state).startsWith("FAIL").contains("transacted"));
    }
}
