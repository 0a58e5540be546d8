package org.paysign.http;

import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Lets only those in who call the server by a name of its own, whatever they want. */
final class OwnNames extends Handler.Wrapper {

    private final HostNames names;

    OwnNames(HostNames names, Handler handler) {
        super(handler);
        this.names = names;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        List<String> hosts = request.getHeaders().getValuesList(HttpHeader.HOST);
        if (hosts.size() == 1 && names.allow(hosts.get(0))) {
            return super.handle(request, response, callback);
        }
        Answers.refuse(response, callback, HttpStatus.MISDIRECTED_REQUEST_421);
        return true;
    }
}
