package org.paysign.http;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections whose next request takes too long to arrive, counted from its first possible byte: a time-out that
 * every byte starts anew lets a sender of one byte now and then stay for days.
 */
final class Deadlines implements Connection.Listener {

    private static final String ATTRIBUTE = Deadlines.class.getName();

    private final Scheduler scheduler;
    private final long millis;

    Deadlines(Scheduler scheduler, long millis) {
        this.scheduler = scheduler;
        this.millis = millis;
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof ConnectionMetaData http) {
            start(http);
        }
    }

    private void start(ConnectionMetaData http) {
        EndPoint endPoint = http.getConnection().getEndPoint();
        http.setAttribute(ATTRIBUTE, scheduler.schedule(endPoint::close, millis, TimeUnit.MILLISECONDS));
    }

    /** The request is here: the time of the next one begins when this one is answered. */
    void met(Request request) {
        ConnectionMetaData http = request.getConnectionMetaData();
        cancel(http);
        Request.addCompletionListener(request, failure -> start(http));
    }

    @Override
    public void onClosed(Connection connection) {
        if (connection instanceof ConnectionMetaData http) {
            cancel(http);
        }
    }

    private static void cancel(ConnectionMetaData http) {
        if (http.removeAttribute(ATTRIBUTE) instanceof Scheduler.Task task) {
            task.cancel();
        }
    }
}
