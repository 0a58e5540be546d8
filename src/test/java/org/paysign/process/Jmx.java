package org.paysign.process;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** A process of this machine as jconsole sees it. */
public final class Jmx implements AutoCloseable {

    private final JMXConnector connector;
    private final MBeanServerConnection beans;

    private Jmx(JMXConnector connector) throws IOException {
        this.connector = connector;
        this.beans = connector.getMBeanServerConnection();
    }

    /** Attaches and starts the JVM's own agent, which takes connections of this user on this machine only. */
    @SuppressWarnings("BanJNDI") // the address comes from the JVM that was attached to
    public static Jmx attach(long pid) throws IOException, AttachNotSupportedException {
        VirtualMachine machine = VirtualMachine.attach(String.valueOf(pid));
        try {
            return new Jmx(JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent())));
        } finally {
            machine.detach();
        }
    }

    public Object route(String id, String attribute) throws JMException, IOException {
        return beans.getAttribute(routeName(id), attribute);
    }

    /** An operation without parameters. */
    public void invokeRoute(String id, String operation) throws JMException, IOException {
        beans.invoke(routeName(id), operation, new Object[0], new String[0]);
    }

    /** Holds every exchange before a step of a route; the process must run with Camel's debugger on standby. */
    void breakAt(String step) throws JMException, IOException {
        beans.invoke(debugger(), "enableDebugger", new Object[0], new String[0]);
        beans.invoke(debugger(), "addBreakpoint", new Object[] {step}, new String[] {String.class.getName()});
    }

    /** The steps before which an exchange is held. */
    Set<?> heldSteps() throws JMException, IOException {
        return (Set<?>) beans.invoke(debugger(), "suspendedBreakpointNodeIds", new Object[0], new String[0]);
    }

    /** All that an MBean shows, by name. */
    Map<String, Object> all(String bean) throws JMException, IOException {
        Map<String, Object> values = new TreeMap<>();
        for (MBeanAttributeInfo attribute :
                beans.getMBeanInfo(new ObjectName(bean)).getAttributes()) {
            values.put(attribute.getName(), beans.getAttribute(new ObjectName(bean), attribute.getName()));
        }
        return values;
    }

    /** Presses an operation whose parameters are texts. */
    String press(String bean, String operation, String... values) throws JMException, IOException {
        String[] types = new String[values.length];
        Arrays.fill(types, String.class.getName());
        return (String) beans.invoke(new ObjectName(bean), operation, values, types);
    }

    private static ObjectName debugger() throws JMException {
        return new ObjectName("org.apache.camel:context=paysign,type=tracer,name=BacklogDebugger");
    }

    private static ObjectName routeName(String id) throws JMException {
        return new ObjectName("org.apache.camel:context=paysign,type=routes,name=\"" + id + "\"");
    }

    /** The queues that hold something, with how much, what is being delivered or waits to be delivered again included. */
    Map<String, Long> filledQueues() throws JMException, IOException {
        Map<String, Long> filled = new TreeMap<>();
        ObjectName queues = new ObjectName("org.apache.activemq.artemis:component=addresses,subcomponent=queues,*");
        for (ObjectName queue : beans.queryNames(queues, null)) {
            long count = (Long) beans.getAttribute(queue, "MessageCount");
            if (count > 0) {
                filled.put(String.valueOf(beans.getAttribute(queue, "Name")), count);
            }
        }
        return filled;
    }

    /** Outcomes whose delivery is not written down, as the console shows them: some seconds old, -1 if nobody can tell. */
    long outcomesPending() throws JMException, IOException {
        try {
            return (Long) beans.getAttribute(new ObjectName("org.paysign:type=Agreements"), "OutcomesPending");
        } catch (RuntimeMBeanException busy) {
            return -1;
        }
    }

    /** Whether every route had its chance to start. */
    public boolean isStarted() throws JMException, IOException {
        ObjectName context = new ObjectName("org.apache.camel:context=paysign,type=context,name=\"paysign\"");
        return beans.isRegistered(context)
                && beans.getAttribute(context, "State").equals("Started");
    }

    /** One attribute of one queue. */
    public Object queue(String name, String attribute) throws JMException, IOException {
        ObjectName pattern = new ObjectName(
                "org.apache.activemq.artemis:component=addresses,subcomponent=queues,queue=\"" + name + "\",*");
        for (ObjectName queue : beans.queryNames(pattern, null)) {
            return beans.getAttribute(queue, attribute);
        }
        throw new IllegalStateException("The broker has no queue " + name);
    }

    /** The queues there are. */
    long queues() throws JMException, IOException {
        return beans.queryNames(
                        new ObjectName("org.apache.activemq.artemis:component=addresses,subcomponent=queues,*"), null)
                .size();
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
