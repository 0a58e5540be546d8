package org.paysign.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paysign.support.ClassLog;

class ShippedKeysTest {

    private static final Path FILE = Path.of("config", "application.properties");

    @ParameterizedTest
    @CsvSource({
        "paysign.queue.attempts, six, a whole number",
        "paysign.queue.consumers, many, a whole number",
        "paysign.poll.lease, 1h, a whole number",
        "paysign.reconcile.every, '', a whole number",
        "paysign.sandbox.broker.port, none, a whole number",
        "paysign.broker.plain-allowed, yes, true or false",
        "paysign.reconcile.cron, daily, a cron of Quartz"
    })
    void namesFileKeyAndKindOfAValueOfAnotherKind(String key, String value, String kind) {
        assertThatIllegalStateException()
                .isThrownBy(() -> check(key, value))
                .withMessageContainingAll(FILE.toString(), key, kind);
    }

    @Test
    void takesTheShippedFilesAndWhatIsWrittenElsewhere() {
        assertThatNoException().isThrownBy(() -> new ShippedKeys().check(FILE, Bundle.read(FILE)));
        assertThatNoException().isThrownBy(() -> check("paysign.queue.attempts", "{{env:ATTEMPTS}}"));
        assertThatNoException().isThrownBy(() -> check("paysign.queue.consumers", "3"));
        assertThatNoException().isThrownBy(() -> check("paysign.broker.url", "tcp://localhost:61616"));
    }

    @Test
    void tellsOfAKeyThatNothingHeeds() {
        try (ClassLog log = new ClassLog(ShippedKeys.class)) {
            check("paysign.poll.silense", "60");
            check("shop.poll.silense", "60");

            assertThat(log.lines()).singleElement().asString().contains("paysign.poll.silense", "misspelt");
        }
    }

    private static void check(String key, String value) {
        Properties values = new Properties();
        values.setProperty(key, value);
        new ShippedKeys().check(FILE, values);
    }
}
