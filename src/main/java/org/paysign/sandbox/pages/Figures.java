package org.paysign.sandbox.pages;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/** What the MBeans of this process say: Camel's of the routes, and the broker's of the queues. */
final class Figures {

    private static final ObjectName ROUTES = name("org.apache.camel:type=routes,*");
    private static final ObjectName QUEUES =
            name("org.apache.activemq.artemis:component=addresses,subcomponent=queues,*");

    private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();

    /** {@code {"routes": {id: {"total", "failed"}}, "queues": {name: {"now", "ever"}}}}. */
    ObjectNode read() {
        var figures = Json.object();
        var routes = figures.putObject("routes");
        for (var route : beans.queryNames(ROUTES, null)) {
            put(
                    routes.putObject(ObjectName.unquote(route.getKeyProperty("name"))),
                    route,
                    "total",
                    "ExchangesTotal",
                    "failed",
                    "ExchangesFailed");
        }
        var queues = figures.putObject("queues");
        for (var queue : beans.queryNames(QUEUES, null)) {
            var name = ObjectName.unquote(queue.getKeyProperty("queue"));
            if (name.startsWith("paysign.")) {
                put(queues.putObject(name), queue, "now", "MessageCount", "ever", "MessagesAdded");
            }
        }
        return figures;
    }

    private void put(ObjectNode target, ObjectName bean, String... namesAndAttributes) {
        for (int i = 0; i < namesAndAttributes.length; i += 2) {
            try {
                if (beans.getAttribute(bean, namesAndAttributes[i + 1]) instanceof Number number) {
                    target.put(namesAndAttributes[i], number.longValue());
                }
            } catch (JMException gone) {
                target.remove(namesAndAttributes[i]);
            }
        }
    }

    private static ObjectName name(String pattern) {
        try {
            return new ObjectName(pattern);
        } catch (MalformedObjectNameException broken) {
            throw new IllegalArgumentException(pattern, broken);
        }
    }
}
