package org.paysign.store;

class PostgresUpgradeTest extends UpgradeContractTest {

    @Override
    Access empty() {
        return new Access(Postgres.database(), Postgres.USER, Postgres.PASSWORD);
    }
}
