package org.paysign.broker;

import java.util.List;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the broker at the start whether it has what PaySign needs, and names each lack with the line that mends it. */
public final class BrokerCheck {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerCheck.class);

    private final String url;
    private final String user;
    private final String password;
    private final Needs needs;

    public BrokerCheck(String url, String user, String password, Needs needs) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.needs = needs;
    }

    /**
     * Looks once; a broker that is not there yet is left to the consumers, which wait for it.
     *
     * @throws IllegalStateException if PaySign could not work: a queue is missing, or what it has to do there is forbidden
     */
    public void check() {
        try (ServerLocator locator = ActiveMQClient.createServerLocator(url)
                .setInitialConnectAttempts(1)
                .setReconnectAttempts(0)) {
            ClientSessionFactory connection;
            try {
                connection = locator.createSessionFactory();
            } catch (Exception away) {
                LOG.warn("The broker cannot be reached yet, so that its queues and settings are not checked: is it up,"
                        + " and does it take the TLS certificate, if there is one? PaySign goes on trying.");
                return;
            }
            try (connection) {
                examine(connection);
            }
        } catch (ActiveMQSecurityException refused) {
            throw new IllegalStateException(
                    "paysign.broker.user, paysign.broker.password: the broker refuses them: mend"
                            + " them, or make the user with \"artemis user add\" and the role paysign");
        } catch (IllegalStateException lacking) {
            throw lacking;
        } catch (Exception broken) {
            LOG.warn("The broker went away while it was checked; PaySign goes on trying.", broken);
        }
    }

    private void examine(ClientSessionFactory connection) throws ActiveMQException {
        try (ClientSession transacted = connection.createSession(user, password, false, false, false, false, 0);
                ClientSession asking = connection.createSession(user, password, false, true, true, false, 0)) {
            asking.start();
            Inspection inspection = new Inspection(transacted, new AddressRules(asking));
            needs.all().forEach(inspection::settings);
            List<String> lacks = inspection.queues(needs);
            inspection
                    .warnings()
                    .forEach(warning ->
                            LOG.error("The broker has to be mended, or messages are lost or wait: {}", warning));
            if (inspection.isBlind()) {
                LOG.warn(
                        "The broker does not show its address settings, so that dead letters and expiry are not checked:"
                                + " give the role paysign the rights of docker/broker.xml on activemq.management and mops");
            }
            if (!lacks.isEmpty()) {
                throw new IllegalStateException(
                        "The broker lacks what PaySign needs; for its broker.xml: " + String.join("; ", lacks));
            }
            LOG.info("The broker has what PaySign needs: {} queues", needs.all().size());
        }
    }
}
