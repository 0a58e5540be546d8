package org.paysign.cli;

import org.apache.camel.CamelContext;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.jms.JmsConfiguration;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;

/** Refuses settings of the JMS component under which a crash loses messages, however they were spelt or passed in. */
final class SafeSettings extends MainListenerSupport {

    private static final String PREFIX = "camel.component.jms.";

    @Override
    public void afterConfigure(BaseMainSupport main) {
        check(main.getCamelContext());
    }

    static void check(CamelContext camel) {
        JmsConfiguration jms = camel.getComponent("jms", JmsComponent.class).getConfiguration();
        if (!jms.isTransacted()) {
            throw refused(
                    "transacted", "true", "a message is acknowledged before its route has run, and lost in a crash");
        }
        if (jms.isLazyCreateTransactionManager()) {
            throw refused(
                    "lazyCreateTransactionManager",
                    "false",
                    "a transaction manager acknowledges before the route has run");
        }
        if (!"CACHE_CONSUMER".equals(jms.getCacheLevelName())) {
            throw refused(
                    "cacheLevelName",
                    "CACHE_CONSUMER",
                    "consumers are closed between messages, and what they hold counts as delivered");
        }
    }

    private static IllegalStateException refused(String key, String value, String why) {
        return new IllegalStateException(PREFIX + key + " must be " + value + ": otherwise " + why);
    }
}
