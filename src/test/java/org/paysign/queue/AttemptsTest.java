package org.paysign.queue;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class AttemptsTest {

    private static final Attempts ATTEMPTS = new Attempts(3);

    @Test
    void areUsedUpAtTheLastDelivery() throws JMSException {
        Exception defect = new IllegalStateException("defect");
        assertThat(ATTEMPTS.areUsedUp(delivery(2), defect)).isFalse();
        assertThat(ATTEMPTS.areUsedUp(delivery(3), defect)).isTrue();
        assertThat(ATTEMPTS.areUsedUp(delivery(4), new SQLException("a statement that is wrong")))
                .isTrue();
    }

    @Test
    void areNeverUsedUpWithoutADatabase() throws JMSException {
        SQLException root = new SQLRecoverableException("gone");
        for (RuntimeException outage : List.of(
                new CannotCreateTransactionException("away", root),
                new TransactionSystemException("away", root),
                new DataAccessResourceFailureException("away", root),
                new RecoverableDataAccessException("away", root),
                new TransientDataAccessResourceException("away", root))) {
            assertThat(ATTEMPTS.areUsedUp(delivery(99), new IllegalStateException(outage)))
                    .as(outage.toString())
                    .isFalse();
        }
    }

    private static Message delivery(int count) {
        return (Message) Proxy.newProxyInstance(
                Message.class.getClassLoader(), new Class<?>[] {Message.class}, (proxy, method, arguments) -> count);
    }
}
