package org.paysign.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One order as the merchant keeps it: what was sent and what came back. Safe for several threads. */
final class Order {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Seconds a forger has; long enough to come in time although the sandbox is killed now and then. */
    private static final String SHORT_WINDOW = System.getProperty("crash.window", "10");

    private final List<String> replies = new CopyOnWriteArrayList<>();
    private final int number;
    private final CustomerAct act;
    private volatile String resultStatus = "";
    private volatile boolean reported;

    Order(int number) {
        this.number = number;
        this.act = CustomerAct.ofCustomer(number);
    }

    String requestId() {
        return "crash-" + number;
    }

    CustomerAct act() {
        return act;
    }

    /** The same text at every try; every other order has the agreement's number made by PaySign. */
    String request() {
        ObjectNode request =
                JSON.createObjectNode().put("requestId", requestId()).put("merchant", "demo");
        ObjectNode content = request.putObject("bizContent");
        if (number % 2 == 0) {
            content.put("external_agreement_no", "crash" + number);
        }
        if (act.needsShortWindow()) {
            content.put("effect_time", SHORT_WINDOW);
        }
        return request.toString();
    }

    /** Takes a reply; true for the first one, which is acted upon. */
    synchronized boolean reply(String text) {
        replies.add(text);
        return replies.size() == 1;
    }

    List<String> replies() {
        return replies;
    }

    boolean isReplied() {
        return !replies.isEmpty();
    }

    String signStr() {
        return field("signStr");
    }

    String externalAgreementNo() {
        return field("externalAgreementNo");
    }

    private String field(String name) {
        JsonNode value = read(replies.get(0)).path(name);
        if (!value.isTextual()) {
            throw new AssertionError(requestId() + " has no " + name + " in its reply " + replies.get(0));
        }
        return value.asText();
    }

    /** The message that relays what the phone returned; empty if it said nothing. */
    String result(String phone) {
        ObjectNode said = (ObjectNode) read(phone);
        resultStatus = said.path("resultStatus").asText();
        return resultStatus.isEmpty()
                ? ""
                : said.put("merchant", "demo").put("requestId", requestId()).toString();
    }

    String resultStatus() {
        return resultStatus;
    }

    /** Where the last of its outcomes goes, by what is known of it. */
    String lastEndpoint() {
        return act.endpoint(resultStatus);
    }

    /** The broker has taken the result, or there is none. */
    void report() {
        reported = true;
    }

    boolean isReported() {
        return reported;
    }

    static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }

    @Override
    public String toString() {
        return requestId() + " (" + act.wireName() + ", " + resultStatus + ")";
    }
}
