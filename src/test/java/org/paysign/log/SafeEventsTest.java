package org.paysign.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Layout;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.Property;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The layouts of the shipped log4j2.properties, over an appender that knows nothing of masking. */
@NullUnmarked
class SafeEventsTest {

    private static final String PHONE = "13852852877";
    private static final String LOGGER = "org.example.ThirdParty";

    private final List<LogEvent> events = new CopyOnWriteArrayList<>();
    private final Logger logger = (Logger) LogManager.getLogger(LOGGER);
    private final AbstractAppender ear = new AbstractAppender("ear", null, null, true, Property.EMPTY_ARRAY) {
        @Override
        public void append(LogEvent event) {
            events.add(event.toImmutable());
        }
    };

    @BeforeEach
    void listen() {
        ear.start();
        logger.addAppender(ear);
    }

    @AfterEach
    void stop() {
        logger.removeAppender(ear);
        MDC.clear();
    }

    @Test
    void guardsBothLayouts() throws Exception {
        MDC.put("user_name", "张三");
        MDC.put("note", PHONE);
        MDC.put("requestId", PHONE);
        Exception suppressed = new IllegalStateException("auth_token=CANARY");
        Exception failure = new IllegalArgumentException("told " + PHONE, new java.io.IOException("bad\nERROR forged"));
        failure.addSuppressed(suppressed);

        LoggerFactory.getLogger(LOGGER).warn("Body {}\r\nforged", "{\"phone\":\"" + PHONE + "\"}", failure);

        String line = written("pattern");
        assertThat(line)
                .doesNotContain(PHONE, "CANARY", "张三", "\nERROR", "\nforged")
                .contains("Body {\"phone\":\"***\"}\\r\\nforged")
                .contains("java.lang.IllegalArgumentException: told ***")
                .contains("Caused by: java.io.IOException: bad\\nERROR forged")
                .contains("Suppressed: java.lang.IllegalStateException: auth_token=***")
                .contains("\n\tat org.paysign.log.SafeEventsTest.guardsBothLayouts");
        String json = written("json");
        assertThat(json).doesNotContain("CANARY", "张三").endsWith("}\n").hasLineCount(1);
        JsonNode fields = new ObjectMapper().readTree(json);
        assertThat(fields.path("message").asText()).startsWith("Body {\"phone\":\"***\"}");
        assertThat(fields.path("log.level").asText()).isEqualTo("WARN");
        assertThat(fields.path("log.logger").asText()).isEqualTo(LOGGER);
        assertThat(fields.path("error.type").asText()).isEqualTo("java.lang.IllegalArgumentException");
        assertThat(fields.path("error.message").asText()).isEqualTo("told ***");
        assertThat(fields.path("error.stack_trace").asText())
                .doesNotContain(PHONE)
                .contains("Caused by: java.io.IOException: bad\\nERROR forged", "\tat org.paysign");
        assertThat(fields.path("paysign").path("note").asText()).isEqualTo("***");
        assertThat(fields.path("paysign").path("requestId").asText()).isEqualTo(PHONE);
        assertThat(fields.path("paysign").has("error.type")).isFalse();
    }

    @Test
    void tellsOfAnEventInFields() throws Exception {
        Trace trace = Trace.of("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", null);

        Event.of("outcome.delivered")
                .with("merchant", "demo")
                .with("outcome", "o-1")
                .with("note", "")
                .with("target", "a b=c\nd")
                .in(trace)
                .info(LoggerFactory.getLogger(LOGGER));

        assertThat(written("pattern"))
                .contains(
                        "outcome.delivered merchant=demo outcome=o-1 target=a_b_c_d trace=4bf92f3577b34da6a3ce929d0e0e4736\n");
        JsonNode fields = new ObjectMapper().readTree(written("json"));
        assertThat(fields.path("event.action").asText()).isEqualTo("outcome.delivered");
        assertThat(fields.path("trace.id").asText()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(fields.path("span.id").asText()).isEqualTo("00f067aa0ba902b7");
        assertThat(fields.path("paysign").path("outcome").asText()).isEqualTo("o-1");
        assertThat(fields.path("paysign").has("event")).isFalse();
        assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
    }

    @Test
    void followsCausesThatGoInACircle() {
        Exception first = new IllegalStateException("first");
        Exception second = new IllegalStateException("second", first);
        first.initCause(second);

        LoggerFactory.getLogger(LOGGER).error("failed", first);

        assertThat(written("pattern")).contains("Caused by: java.lang.IllegalStateException: second");
    }

    private String written(String format) {
        Configuration shipped = ((LoggerContext) LogManager.getContext(false)).getConfiguration();
        Layout<?> layout = shipped.getAppender(format).getLayout();
        return new String(layout.toByteArray(events.get(0)), StandardCharsets.UTF_8);
    }
}
