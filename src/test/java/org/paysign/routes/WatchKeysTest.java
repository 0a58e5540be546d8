package org.paysign.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import javax.management.ObjectName;
import org.apache.camel.api.management.ManagedCamelContext;
import org.apache.camel.api.management.mbean.ManagedRouteMBean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.paysign.cli.RunningBundle;

class WatchKeysTest {

    @RegisterExtension
    static final RunningBundle BUNDLE = new RunningBundle().with("paysign.keys.cron", "0/1 * * * * ?");

    @Test
    void looksAtTheCertificatesWhenTheTimeComes() throws Exception {
        ManagedRouteMBean route = BUNDLE.camel()
                .getCamelContextExtension()
                .getContextPlugin(ManagedCamelContext.class)
                .getManagedRoute("watch-keys");
        Awaitility.await().until(route::getExchangesCompleted, completed -> completed > 0);
        assertThat(route.getExchangesFailed()).isZero();
    }

    @Test
    void reloadsTheMerchantsOverJmx() throws Exception {
        assertThat(ManagementFactory.getPlatformMBeanServer()
                        .invoke(new ObjectName("org.paysign:type=Agreements"), "reloadMerchants", null, null))
                .isEqualTo("In force: demo.");
    }
}
