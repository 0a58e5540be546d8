package org.paysign.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class TraceTest {

    private static final String VALID = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void takesWhatTheStandardAllows() {
        Trace trace = Trace.of(VALID, "vendor=1,other=2");
        assertThat(trace.traceparent()).isEqualTo(VALID);
        assertThat(trace.tracestate()).isEqualTo("vendor=1,other=2");
        assertThat(trace.traceId()).contains("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(trace.spanId()).contains("00f067aa0ba902b7");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-x",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\n",
                " 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-1-2-01",
            })
    void dropsWhatIsNotValid(String traceparent) {
        assertThat(Trace.of(traceparent, "vendor=1")).isEqualTo(Trace.NONE);
    }

    @Test
    void dropsAStateThatIsTooLongOrNotPrintable() {
        assertThat(Trace.of(VALID, "x".repeat(512)).tracestate()).hasSize(512);
        assertThat(Trace.of(VALID, "x".repeat(513)).tracestate()).isEmpty();
        assertThat(Trace.of(VALID, "a=1\r\nX: y").tracestate()).isEmpty();
        assertThat(Trace.of(VALID, "a=张").tracestate()).isEmpty();
        assertThat(Trace.of(VALID, "a=1\n").traceparent()).isEqualTo(VALID);
    }

    @Test
    void startsTheSameTraceForTheSameMessage() {
        Trace first = Trace.startedBy("ID:1");
        assertThat(first).isEqualTo(Trace.startedBy("ID:1")).isNotEqualTo(Trace.startedBy("ID:2"));
        assertThat(first.traceparent()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
    }

    @Test
    void showsNothingOfWhatOthersKeepWithIt() {
        assertThat(Trace.of(VALID, "who=CANARY"))
                .asString()
                .doesNotContain("CANARY")
                .contains(VALID);
    }
}
