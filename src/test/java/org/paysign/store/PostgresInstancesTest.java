package org.paysign.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

class PostgresInstancesTest extends InstancesContractTest {

    @Override
    UpgradeContractTest.Access empty() {
        return new UpgradeContractTest.Access(Postgres.database(), Postgres.USER, Postgres.PASSWORD);
    }

    /** What hangs finds an outage when it goes on, and not a defect: its message goes back to its queue. */
    @Test
    void endsTheTransactionOfAnInstanceThatHangsInIt() {
        UpgradeContractTest.Access access = empty();
        PoolSettings impatient = new PoolSettings(2, 5_000, 1_000, 600_000);
        try (Database hung = Database.open(access.url(), access.user(), access.password(), impatient);
                Database other = access.open()) {
            long agreement = new StoreSample(hung).asked("n").id();

            Throwable failure = catchThrowable(() -> hung.transactions().executeWithoutResult(status -> {
                lock(hung, agreement);
                lock(other, agreement);
                lock(hung, agreement);
            }));

            assertThat(failure)
                    .as("as 00-errors waits for")
                    .isInstanceOfAny(
                            TransientDataAccessException.class,
                            RecoverableDataAccessException.class,
                            NonTransientDataAccessResourceException.class,
                            TransactionException.class);
        }
    }

    private static void lock(Database database, long agreement) {
        database.jdbc()
                .sql("SELECT id FROM agreement WHERE id = ? FOR UPDATE")
                .param(agreement)
                .query(Long.class)
                .single();
    }
}
