package org.paysign.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.paysign.cli.RunningBundle;
import org.paysign.store.LostServer;
import org.paysign.store.Postgres;

/** What monitoring sees while the database is away, and that it is never made to wait for it. */
@NullUnmarked
class LostDatabaseHealthTest {

    @Order(1)
    @RegisterExtension
    static final LostServer SERVER = new LostServer();

    @Order(2)
    @RegisterExtension
    static final RunningBundle BUNDLE = new RunningBundle()
            .with("paysign.database.url", SERVER.url())
            .with("paysign.database.user", Postgres.USER)
            .with("paysign.database.password", Postgres.PASSWORD);

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

    @Test
    void isNotReadyAndStaysAlive() throws Exception {
        ObjectName desk = new ObjectName("org.paysign:type=Agreements");
        assertThat(get("/observe/health/ready")).startsWith("HTTP/1.1 200 ");
        SERVER.stop();

        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(get("/observe/health/ready"))
                .startsWith("HTTP/1.1 503 ")
                .contains("\"name\":\"paysign-database\",\"status\":\"DOWN\"", "\"paysign-broker\",\"status\":\"UP\""));
        assertThat(get("/observe/health/live")).startsWith("HTTP/1.1 200 ");
        assertThat(get("/observe/metrics"))
                .contains(
                        "paysign_up{part=\"database\"} 0.0",
                        "paysign_up{part=\"broker\"} 1.0",
                        "paysign_health{check=\"paysign-database\"} 0.0",
                        "paysign_health{check=\"paysign-broker\"} 1.0")
                .doesNotContain("paysign_agreements{");
        assertThatThrownBy(() -> server.getAttribute(desk, "Unknown"))
                .rootCause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("database");
        assertThat(server.getAttribute(desk, "NotifiesRefused")).isEqualTo(0L);
        assertThat((String) server.invoke(desk, "pollNow", null, null))
                .containsAnyOf("is the database there?", "Goes on by itself");

        SERVER.startAgain();
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(get("/observe/health/ready")).startsWith("HTTP/1.1 200 "));
        assertThat(server.getAttribute(desk, "Unknown")).isEqualTo(0L);
    }

    private static String get(String path) throws IOException {
        return RawHttp.exchange(BUNDLE.managementPort(), "GET " + path + " HTTP/1.0\r\nHost: localhost\r\n\r\n");
    }
}
