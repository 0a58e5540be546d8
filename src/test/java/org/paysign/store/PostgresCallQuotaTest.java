package org.paysign.store;

class PostgresCallQuotaTest extends CallQuotaContractTest {

    @Override
    Database open() {
        return Database.open(Postgres.database(), Postgres.USER, Postgres.PASSWORD, PoolSettings.of(16));
    }
}
