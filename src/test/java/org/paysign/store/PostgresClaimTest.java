package org.paysign.store;

class PostgresClaimTest extends ClaimContractTest {

    @Override
    Database open() {
        return Database.open(Postgres.database(), Postgres.USER, Postgres.PASSWORD, PoolSettings.of(16));
    }
}
