import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Sends one sign request to the broker whose URL is given and prints the reply. */
class Ask {
    public static void main(String[] args) {
        try (ActiveMQConnectionFactory broker = new ActiveMQConnectionFactory(args[0], "sandbox", "sandbox");
                JMSContext jms = broker.createContext();
                JMSConsumer replies = jms.createConsumer(jms.createQueue("paysign.sign.reply"))) {
            jms.createProducer()
                    .send(
                            jms.createQueue("paysign.sign.request"),
                            "{\"requestId\": \"package-1\", \"merchant\": \"shop\", \"bizContent\": {}}");
            System.out.println(replies.receiveBody(String.class, 60_000));
        }
    }
}
