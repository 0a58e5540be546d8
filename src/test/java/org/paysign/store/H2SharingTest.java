package org.paysign.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2SharingTest extends SharingContractTest {

    @TempDir
    static Path folder = Path.of("");

    @Override
    Database open() {
        return Database.open(
                "jdbc:h2:file:" + folder.resolve("store") + ";WRITE_DELAY=0", "sa", "", PoolSettings.of(16));
    }
}
