package org.paysign.sandbox;

import java.util.Optional;

/** Where an answer that goes on takes its parts from. */
public interface Feed extends AutoCloseable {

    /** Waits for the next part; an empty text keeps the connection awake, none ends it. */
    Optional<String> next() throws InterruptedException;

    /** Nobody reads any more. */
    @Override
    void close();
}
