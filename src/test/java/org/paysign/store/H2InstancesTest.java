package org.paysign.store;

import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;

class H2InstancesTest extends InstancesContractTest {

    @TempDir
    static Path folder = Path.of("");

    @Override
    UpgradeContractTest.Access empty() {
        return new UpgradeContractTest.Access(
                "jdbc:h2:file:" + folder.resolve(UUID.randomUUID().toString()) + ";WRITE_DELAY=0", "sa", "");
    }
}
