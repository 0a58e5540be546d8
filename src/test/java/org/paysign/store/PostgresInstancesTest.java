package org.paysign.store;

class PostgresInstancesTest extends InstancesContractTest {

    @Override
    UpgradeContractTest.Access empty() {
        return new UpgradeContractTest.Access(Postgres.database(), Postgres.USER, Postgres.PASSWORD);
    }
}
