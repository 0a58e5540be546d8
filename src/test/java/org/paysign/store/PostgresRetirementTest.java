package org.paysign.store;

class PostgresRetirementTest extends RetirementContractTest {

    @Override
    Database open() {
        return Database.open(Postgres.database(), Postgres.USER, Postgres.PASSWORD, PoolSettings.of(16));
    }
}
