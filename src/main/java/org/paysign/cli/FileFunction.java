package org.paysign.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.spi.PropertiesFunction;

/** {@code {{file:/run/secrets/broker-password}}}: the text of a mounted file, without the line end behind it. */
public final class FileFunction implements PropertiesFunction {

    @Override
    public String getName() {
        return "file";
    }

    @Override
    public String apply(String path) {
        try {
            return Files.readString(Path.of(path)).stripTrailing();
        } catch (IOException unreadable) {
            throw new IllegalStateException("The configuration asks for {{file:" + path
                    + "}}, which cannot be read: mount it, readable for PaySign's user");
        }
    }
}
