package org.paysign.routes;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import jakarta.jms.TextMessage;
import java.util.ArrayList;
import java.util.List;
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

    @Test
    void leavesTheOthersOfItsTransactionAnsweredAsEver() throws Exception {
        List<String> ids = new ArrayList<>();
        Sabotage sabotage = new Sabotage(BUNDLE.bean("database", Database.class));
        sabotage.refuse("sign_request", "request_id", "among-5");
        BUNDLE.camel().getRouteController().stopRoute("sign-request");
        for (int i = 0; i < 12; i++) {
            ids.add(BUNDLE.send("paysign.sign.request", request("among-" + i)));
        }
        BUNDLE.camel().getRouteController().startRoute("sign-request");

        Message parked = BUNDLE.receive("paysign.parked", ids.get(5));
        sabotage.allow("sign_request");

        assertThat(((TextMessage) parked).getText()).isEqualTo(request("among-5"));
        for (int i = 0; i < 12; i++) {
            if (i != 5) {
                String reply = ((TextMessage) BUNDLE.receive("paysign.sign.reply", ids.get(i))).getText();
                assertThat(reply).contains("among-" + i, "signStr");
                assertThat(BUNDLE.ask(request("among-" + i)))
                        .as("what is stored is what was sent")
                        .isEqualTo(reply);
            }
        }
        for (String queue : List.of("paysign.parked", "paysign.sign.reply", "paysign.sign.request")) {
            try (QueueBrowser browser = BUNDLE.jms().createBrowser(BUNDLE.jms().createQueue(queue))) {
                assertThat(browser.getEnumeration().hasMoreElements()).as(queue).isFalse();
            }
        }
    }

    private static String request(String id) {
        return "{\"requestId\":\"" + id + "\",\"merchant\":\"demo\",\"bizContent\":{}}";
    }
}
