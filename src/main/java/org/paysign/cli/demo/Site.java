package org.paysign.cli.demo;

import jakarta.jms.JMSContext;
import java.net.URI;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * Where the demonstration is played.
 *
 * @param brokerPort of the broker on this machine
 * @param user of the broker
 * @param password of the broker
 * @param worldPort of the outside world on this machine
 */
public record Site(int brokerPort, String user, String password, int worldPort) {

    JMSContext connect() {
        // The context owns the connection; the factory holds nothing once there is one.
        return new ActiveMQConnectionFactory("tcp://127.0.0.1:" + brokerPort, user, password)
                .createContext(JMSContext.AUTO_ACKNOWLEDGE);
    }

    URI world(String path) {
        return URI.create("http://127.0.0.1:" + worldPort + path);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Site[" + brokerPort + ", " + worldPort + "]";
    }
}
