package org.paysign.process;

import java.net.URI;

/** Where a merchant's back end finds the phones of its customers and the broker. */
interface OutsideWorld {

    /** An address in the outside world. */
    URI world(String path);

    /** For clients that do their reconnecting themselves; user and password are {@code sandbox}. */
    String brokerUrl();
}
