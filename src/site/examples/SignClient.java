import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * A merchant's back end in one file: orders a signStr, relays what my.paySignCenter returned, hears the outcome.
 *
 * <p>From the unpacked package, with the sandbox told to report by queue:
 *
 * <pre>
 * PAYSIGN_OPTS=-Dpaysign.outcome.success=jms:queue:paysign.outcome.success bin/paysign sandbox
 * java -cp 'lib/*' SignClient.java tcp://127.0.0.1:61616 sandbox sandbox demo
 * </pre>
 *
 * It prints the reply, reads one line, what the phone returned, {"resultStatus": "7000", "result": "..."}, and prints the
 * outcome. With WEBHOOK_SECRET in the environment it checks the outcome's signature.
 */
public final class SignClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** A table in real life: an outcome may come again after a restart, too. */
    private static final Set<String> SEEN = new HashSet<>();

    private SignClient() {}

    public static void main(String[] args) throws Exception {
        String merchant = args[3];
        try (ActiveMQConnectionFactory broker = new ActiveMQConnectionFactory(args[0], args[1], args[2]);
                JMSContext jms = broker.createContext(JMSContext.SESSION_TRANSACTED)) {
            // Kept with the order before anything is sent: the same id gets the same reply, however often it is asked.
            String requestId = "order-" + UUID.randomUUID();

            ObjectNode order = JSON.createObjectNode().put("requestId", requestId).put("merchant", merchant);
            order.putObject("bizContent");
            send(jms, "paysign.sign.request", requestId, order);
            JsonNode reply = JSON.readTree(receive(jms, "paysign.sign.reply", requestId));
            jms.commit();
            System.out.println(reply);
            if (reply.has("error")) {
                throw new IllegalStateException("PaySign refused: " + reply.path("error").path("message").asText());
            }

            // The mini program hands signStr to my.paySignCenter and gives its {result, resultStatus} back.
            BufferedReader phone = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            JsonNode returned = JSON.readTree(phone.readLine());
            ObjectNode relayed = JSON.createObjectNode().put("requestId", requestId).put("merchant", merchant);
            relayed.put("resultStatus", returned.path("resultStatus").asText());
            // The very text, as a string: Alipay signed its bytes, and parsing and writing it again would change them.
            relayed.put("result", returned.path("result").asText());
            send(jms, "paysign.sign.result", requestId, relayed);

            System.out.println(outcome(jms, requestId));
        }
    }

    private static void send(JMSContext jms, String queue, String correlationId, JsonNode body) throws JMSException {
        TextMessage message = jms.createTextMessage(body.toString());
        message.setJMSCorrelationID(correlationId);
        jms.createProducer().send(jms.createQueue(queue), message);
        jms.commit();
    }

    private static String receive(JMSContext jms, String queue, String correlationId) throws JMSException {
        String mine = "JMSCorrelationID = '" + correlationId + "'";
        try (JMSConsumer consumer = jms.createConsumer(jms.createQueue(queue), mine)) {
            return text(queue, consumer.receive(30_000));
        }
    }

    /** A real back end takes whatever comes; this one waits for its own. */
    private static JsonNode outcome(JMSContext jms, String requestId) throws Exception {
        try (JMSConsumer consumer = jms.createConsumer(jms.createQueue("paysign.outcome.success"))) {
            while (true) {
                Message message = consumer.receive(30_000);
                String body = text("paysign.outcome.success", message);
                check(message, body);
                JsonNode outcome = JSON.readTree(body);
                // Delivered at least once: the id tells a repeat. Then order by version, for a later one replaces an earlier one.
                boolean isNew = SEEN.add(outcome.path("id").asText());
                jms.commit();
                if (isNew && outcome.path("requestId").asText().equals(requestId)) {
                    return outcome;
                }
            }
        }
    }

    private static String text(String queue, Message message) throws JMSException {
        if (message == null) {
            throw new IllegalStateException("Nothing came to " + queue);
        }
        return message instanceof TextMessage text
                ? text.getText()
                : new String(message.getBody(byte[].class), StandardCharsets.UTF_8);
    }

    /** Standard Webhooks; JMS knows no hyphen in the name of a property, so Camel spells it out. */
    private static void check(Message message, String body) throws Exception {
        String secret = System.getenv("WEBHOOK_SECRET");
        if (secret == null) {
            return;
        }
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        String signed = message.getStringProperty("webhook_HYPHEN_id") + "."
                + message.getStringProperty("webhook_HYPHEN_timestamp") + "." + body;
        String right = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        String given = String.valueOf(message.getStringProperty("webhook_HYPHEN_signature"));
        if (!MessageDigest.isEqual(right.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8))) {
            throw new IllegalStateException("An outcome that PaySign did not sign");
        }
    }
}
