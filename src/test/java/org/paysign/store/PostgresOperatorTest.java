package org.paysign.store;

class PostgresOperatorTest extends OperatorContractTest {

    @Override
    Database open() {
        return Database.open(Postgres.database(), Postgres.USER, Postgres.PASSWORD, PoolSettings.of(4));
    }
}
