package org.paysign.store;

class PostgresStoreTest extends StoreContractTest {

    @Override
    Database open() {
        return Database.open(Postgres.database(), Postgres.USER, Postgres.PASSWORD, PoolSettings.of(16));
    }
}
