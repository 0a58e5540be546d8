package org.paysign.queue;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import org.apache.camel.ExchangeProperty;

/**
 * Counts deliveries by the broker's word: a header of the exchange could be a property the sender chose.
 *
 * @param most deliveries after which a message that fails for no known reason is parked
 */
public record Attempts(int most) {

    /** Whether this delivery of the message was the last to be tried. */
    public boolean areUsedUp(@ExchangeProperty("received") Message received) throws JMSException {
        return received.getIntProperty("JMSXDeliveryCount") >= most;
    }
}
