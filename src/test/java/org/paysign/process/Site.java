package org.paysign.process;

import java.net.URI;

/** A sandbox whose pages can be visited once it is started. */
interface Site extends AutoCloseable {

    void start();

    /** An address in the outside world. */
    URI world(String path);

    @Override
    void close();
}
