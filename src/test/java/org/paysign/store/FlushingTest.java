package org.paysign.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.paysign.support.ClassLog;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the operating system holds back is lost with the power, and its writing holds up the broker's commits. */
class FlushingTest {

    private final List<String> statements = new CopyOnWriteArrayList<>();

    private final JdbcTemplate gone = new JdbcTemplate() {
        @Override
        public void execute(String sql) {
            statements.add(sql);
            throw new DataAccessResourceFailureException("away");
        }
    };

    @Test
    void hasH2WriteToTheDiskAgainAndAgainWhateverHappens() {
        try (ClassLog log = new ClassLog(Flushing.class);
                Flushing flushing = Flushing.start(gone)) {
            await().untilAsserted(() -> assertThat(statements).hasSizeGreaterThan(2));
            assertThat(flushing).isNotNull();
            assertThat(log.lines())
                    .as("told once")
                    .singleElement()
                    .asString()
                    .startsWith("WARN ")
                    .contains("paysign.data.dir");
        }
        assertThat(statements).containsOnly("CHECKPOINT SYNC");
    }

    @Test
    void doesNothingAfterItsEnd() {
        Flushing flushing = Flushing.start(gone);
        await().untilAsserted(() -> assertThat(statements).isNotEmpty());
        flushing.close();
        int then = statements.size();
        await().during(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(statements).hasSize(then));
    }
}
