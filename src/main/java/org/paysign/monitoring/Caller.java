package org.paysign.monitoring;

import java.rmi.server.RemoteServer;
import java.rmi.server.ServerNotActiveException;
import java.util.stream.Collectors;
import javax.security.auth.Subject;
import org.paysign.http.Subjects;
import org.paysign.http.Visitor;

/** Who presses: for the log. */
final class Caller {

    private Caller() {}

    /** The user that the console or JMX has let in, if it asks for one, and the machine the call came from. */
    static String name() {
        Visitor visitor = Visitor.current();
        if (visitor != null) {
            return visitor.getName() + "@" + visitor.address();
        }
        return user() + "@" + machine();
    }

    private static String machine() {
        try {
            return RemoteServer.getClientHost();
        } catch (ServerNotActiveException inside) {
            return "local";
        }
    }

    private static String user() {
        Subject subject = Subjects.current();
        String names = subject == null
                ? ""
                : subject.getPrincipals().stream()
                        .map(principal -> principal.getName().replaceAll("[^A-Za-z0-9_.@-]", "?"))
                        .collect(Collectors.joining("+"));
        return names.isEmpty() ? "anonymous" : names;
    }
}
