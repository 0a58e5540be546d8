package org.paysign.queue;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import org.apache.camel.ExchangeProperty;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Counts deliveries by the broker's word: a header of the exchange could be a property the sender chose.
 *
 * @param most deliveries after which a message that fails for no known reason is parked
 */
public record Attempts(int most) {

    /**
     * Whether this delivery of the message was the last to be tried. Without a database none is: Camel looks at the root of a
     * failure first, which is the driver's, so that the route's rule for outages would come too late.
     */
    public boolean areUsedUp(
            @ExchangeProperty("received") Message received, @ExchangeProperty("CamelExceptionCaught") Throwable failure)
            throws JMSException {
        return received.getIntProperty("JMSXDeliveryCount") >= most && !isOutage(failure);
    }

    private static boolean isOutage(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransientDataAccessException
                    || cause instanceof RecoverableDataAccessException
                    || cause instanceof NonTransientDataAccessResourceException
                    || cause instanceof TransactionException) {
                return true;
            }
        }
        return false;
    }
}
