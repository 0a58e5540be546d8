package org.paysign.console;

import org.jolokia.core.api.LogHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Jolokia has to say, in PaySign's log; never what it was asked or answers. */
final class JolokiaLog implements LogHandler {

    private static final Logger LOG = LoggerFactory.getLogger("org.jolokia");

    @Override
    public void debug(String message) {
        LOG.trace("{}", message);
    }

    @Override
    public void info(String message) {
        LOG.debug("{}", message);
    }

    @Override
    public void error(String message, Throwable cause) {
        LOG.warn("{}", message, cause);
    }

    /** Its debugging writes whole answers. */
    @Override
    public boolean isDebug() {
        return false;
    }
}
