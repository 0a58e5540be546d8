package org.paysign.monitoring;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** An MBean and its name on the JVM's server. */
final class Registered {

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final String name;
    private final DescribedMBean bean;

    Registered(String name, DescribedMBean bean) {
        this.name = name;
        this.bean = bean;
    }

    /** Registers; what an earlier bundle of this JVM has left behind gives way. */
    void register() {
        unregister();
        try {
            server.registerMBean(bean, new ObjectName(name));
        } catch (JMException refused) {
            throw new IllegalStateException("The MBean " + name + " cannot be registered", refused);
        }
    }

    void unregister() {
        try {
            ObjectName known = new ObjectName(name);
            if (server.isRegistered(known)) {
                server.unregisterMBean(known);
            }
        } catch (JMException refused) {
            throw new IllegalStateException("The MBean " + name + " cannot be taken off", refused);
        }
    }
}
