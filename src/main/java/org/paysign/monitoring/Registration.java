package org.paysign.monitoring;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Puts the MBean on the JVM's server while the bundle runs. */
public final class Registration {

    /** The name consoles and scripts know. */
    public static final String NAME = "org.paysign:type=Agreements";

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final DescribedMBean bean;

    public Registration(AgreementsMXBean agreements) {
        bean = new DescribedMBean(agreements, AgreementsMXBean.class);
    }

    /** Registers; what an earlier bundle of this JVM has left behind gives way. */
    public void register() throws JMException {
        unregister();
        server.registerMBean(bean, name());
    }

    /** Takes the MBean off again. */
    public void unregister() throws JMException {
        if (server.isRegistered(name())) {
            server.unregisterMBean(name());
        }
    }

    private static ObjectName name() throws JMException {
        return new ObjectName(NAME);
    }
}
