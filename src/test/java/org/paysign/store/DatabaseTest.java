package org.paysign.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:mem:test",
                "jdbc:h2:mem:test;WRITE_DELAY=0",
                "jdbc:h2:./data/paysign;WRITE_DELAY=0",
                "jdbc:h2:tcp://localhost/paysign;WRITE_DELAY=0",
                "jdbc:h2:nio:/tmp/x;WRITE_DELAY=0",
                "jdbc:h2:file:./data/paysign",
                "jdbc:h2:file:./data/paysign;WRITE_DELAY=00",
                "jdbc:h2:file:./data/paysign;WRITE_DELAY=500",
                "jdbc:h2:file:./data/paysign;WRITE_DELAY=0;WRITE_DELAY=500",
                "jdbc:h2:file:./data/paysign;WRITE_DELAY=0;LOG=0",
                "jdbc:h2:file:./data/paysign;WRITE_DELAY=0;LOCK_MODE=0",
                "jdbc:h2:file:./data/paysign;WRITE_DELAY=0;INIT=SET WRITE_DELAY 500",
                "jdbc:h2:file:./data/paysign;WRITE_DELAY=0;AUTO_SERVER=TRUE",
                "jdbc:h2:file:./data/paysign;WRITE_DELAY=0;"
            })
    void refusesH2ThatLosesRows(String url) {
        assertThatIllegalStateException()
                .isThrownBy(() -> Database.refuseUnsafe(url))
                .withMessageContaining("paysign.database.url");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "jdbc:mysql://db/paysign", "postgresql://db/paysign"})
    void refusesDatabaseItDoesNotKnow(String url) {
        assertThatIllegalStateException()
                .isThrownBy(() -> Database.refuseUnsafe(url))
                .withMessageContaining("paysign.database.url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:file:./data/paysign;WRITE_DELAY=0",
                "jdbc:h2:file:./data/paysign;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE",
                "jdbc:h2:file:./data/paysign;write_delay=0",
                "jdbc:postgresql://db/paysign",
                "jdbc:postgresql://a,b/paysign?targetServerType=primary"
            })
    void takesDurableDatabases(String url) {
        assertThatCode(() -> Database.refuseUnsafe(url)).doesNotThrowAnyException();
    }

    /** With those that H2 remembers by default, a quarter of a request's time went into reading statements again. */
    @Test
    void hasH2RememberEveryStatement(@TempDir Path folder) {
        try (Database database = Database.open(
                "jdbc:h2:file:" + folder.resolve("paysign") + ";WRITE_DELAY=0", "sa", "", PoolSettings.of(4))) {
            assertThat(database.jdbc()
                            .sql("SELECT setting_value FROM information_schema.settings"
                                    + " WHERE setting_name = 'QUERY_CACHE_SIZE'")
                            .query(Integer.class)
                            .single())
                    .isGreaterThan(100);
        }
    }

    @Test
    void flushesH2AsLongAsItIsOpen(@TempDir Path folder) {
        long others = flushing();
        try (Database database = Database.open(
                "jdbc:h2:file:" + folder.resolve("paysign") + ";WRITE_DELAY=0", "sa", "", PoolSettings.of(4))) {
            assertThat(database.isShared()).isFalse();
            assertThat(flushing()).isEqualTo(others + 1);
        }
        await().untilAsserted(() -> assertThat(flushing()).isEqualTo(others));
    }

    private static long flushing() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(Flushing.THREAD))
                .count();
    }
}
