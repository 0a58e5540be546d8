package org.paysign.routes;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.paysign.cli.RunningBundle;
import org.paysign.store.Database;
import org.paysign.store.Sabotage;

/** A message that fails for a reason nobody foresaw. */
class FailingMessageTest {

    @RegisterExtension
    static final RunningBundle BUNDLE = new RunningBundle().with("paysign.queue.attempts", "2");

    @Test
    void isParkedAsItCameAfterItsLastAttempt() throws Exception {
        String request = "{\"requestId\":\"failing-1\",\"merchant\":\"demo\",\"bizContent\":{}}";
        Sabotage sabotage = new Sabotage(BUNDLE.bean("database", Database.class));
        sabotage.hide("sign_request");

        Message parked = BUNDLE.receive("paysign.parked", BUNDLE.send("paysign.sign.request", request));

        sabotage.restore("sign_request");
        assertThat(((TextMessage) parked).getText()).isEqualTo(request);
        assertThat(parked.getStringProperty("paysignReason")).isEqualTo("failed");
        assertThat(parked.getStringProperty("paysignSource")).isEqualTo("paysign.sign.request");
        assertThat(parked.getStringProperty("paysignDetail")).doesNotContain("failing-1", "sign_request");

        assertThat(BUNDLE.reply(request).path("signStr").asText())
                .as("once the cause is mended, the same message succeeds")
                .isNotEmpty();
    }
}
