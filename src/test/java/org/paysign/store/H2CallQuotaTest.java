package org.paysign.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2CallQuotaTest extends CallQuotaContractTest {

    @TempDir
    static Path folder = Path.of("");

    @Override
    Database open() {
        return Database.open(
                "jdbc:h2:file:" + folder.resolve("quota") + ";WRITE_DELAY=0", "sa", "", PoolSettings.of(16));
    }
}
