package org.paysign.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.paysign.notify.NoticeFuzz;
import org.paysign.result.ResultFuzz;

/** Writes the genuine inputs that Jazzer starts from, signed afresh. */
public final class Seeds {

    private Seeds() {}

    /**
     * Writes a folder a target.
     *
     * @param arguments the folder of the folders
     */
    public static void main(String... arguments) throws IOException {
        write(Path.of(arguments[0], "NoticeFuzz"), NoticeFuzz.seeds());
        write(Path.of(arguments[0], "ResultFuzz"), ResultFuzz.seeds());
    }

    private static void write(Path folder, Map<String, byte[]> seeds) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> seed : seeds.entrySet()) {
            Files.write(folder.resolve(seed.getKey()), seed.getValue());
        }
    }
}
