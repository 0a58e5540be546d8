package org.paysign.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paysign.sandbox.BrokerSettings;
import org.paysign.sandbox.EmbeddedBroker;

/** A broker that goes and comes back. */
@NullUnmarked
class BrokerPulseTest {

    @TempDir
    private Path folder;

    @Test
    void feelsWhenTheBrokerIsAwayAndWhenItIsBack() {
        int port;
        BrokerPulse pulse;
        try (EmbeddedBroker broker = start(0)) {
            port = broker.port();
            pulse = new BrokerPulse("tcp://127.0.0.1:" + port, "user", "password", "paysign.sign.request");
            assertThat(pulse.feel()).containsExactly(Map.entry("paysign.sign.request", 0L));
            assertThatCode(pulse::feel).doesNotThrowAnyException();
        }
        assertThatIllegalStateException().isThrownBy(pulse::feel).withMessageContaining("does not answer");
        assertThatIllegalStateException().isThrownBy(pulse::feel).withMessageContaining("does not answer");
        EmbeddedBroker again = start(port);
        assertThatCode(pulse::feel).doesNotThrowAnyException();
        pulse.close();
        again.close();
    }

    /** A broker that was started again, or a network that cut the line, is no broker that is away. */
    @Test
    void feelsOnANewLineWhenTheOldOneWasCut() {
        EmbeddedBroker broker = start(0);
        int port = broker.port();
        try (BrokerPulse pulse =
                new BrokerPulse("tcp://127.0.0.1:" + port, "user", "password", "paysign.sign.request")) {
            pulse.feel();
            broker.close();
            broker = start(port);
            assertThatCode(pulse::feel).doesNotThrowAnyException();
        } finally {
            broker.close();
        }
    }

    @Test
    void missesItsQueue() {
        try (EmbeddedBroker broker = start(0);
                BrokerPulse pulse = new BrokerPulse(
                        "tcp://127.0.0.1:" + broker.port(), "user", "password", "paysign.parked,made.by.nobody")) {
            assertThatIllegalStateException().isThrownBy(pulse::feel).withMessageContaining("no queue made.by.nobody:");
        }
    }

    private EmbeddedBroker start(int port) {
        return EmbeddedBroker.start(new BrokerSettings(folder, port, "port", "user", "password", 9));
    }
}
