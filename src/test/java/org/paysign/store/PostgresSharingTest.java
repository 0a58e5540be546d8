package org.paysign.store;

class PostgresSharingTest extends SharingContractTest {

    @Override
    Database open() {
        return Database.open(Postgres.database(), Postgres.USER, Postgres.PASSWORD, PoolSettings.of(16));
    }
}
