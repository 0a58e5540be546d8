package org.paysign.console;

import java.util.Set;
import org.jolokia.json.JSONObject;
import org.jolokia.server.core.http.HttpRequestHandler;
import org.jolokia.server.core.request.BadRequestException;
import org.jolokia.server.core.request.EmptyResponseException;
import org.jolokia.server.core.request.JolokiaExecRequest;
import org.jolokia.server.core.request.JolokiaRequest;
import org.jolokia.server.core.service.api.JolokiaContext;
import org.jolokia.server.core.util.HttpMethod;
import org.jolokia.server.core.util.RequestType;
import org.paysign.http.Visitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Each request to the MBeans, those of a bulk one by one: what is not wanted ends here, what is pressed is logged. */
final class Requests extends HttpRequestHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Requests.class);
    private static final Set<RequestType> KNOWN =
            Set.of(RequestType.READ, RequestType.LIST, RequestType.SEARCH, RequestType.VERSION, RequestType.EXEC);

    private final Access access;

    Requests(JolokiaContext context, Access access) {
        super(context);
        this.access = access;
    }

    @Override
    protected JSONObject executeRequest(JolokiaRequest request) throws BadRequestException, EmptyResponseException {
        Object target = request.getOption("target");
        if (target != null) {
            return refusal("There is no way to other machines", request);
        }
        if (!KNOWN.contains(request.getType())) {
            return refusal("This is no command here", request);
        }
        if (request instanceof JolokiaExecRequest press) {
            if (request.getHttpMethod() != HttpMethod.POST) {
                return refusal("Operations are pressed by POST", request);
            }
            log(press);
        }
        return super.executeRequest(request);
    }

    private JSONObject refusal(String sentence, JolokiaRequest request) {
        return getErrorJSON(403, new SecurityException(sentence), request);
    }

    /** Without its arguments: they may name a customer. What only reads is asked for every few seconds. */
    private void log(JolokiaExecRequest press) {
        Visitor visitor = Visitor.current();
        if (visitor == null || access.onlyReads(press.getObjectName(), press.getOperation())) {
            return;
        }
        boolean allowed = access.isOperationAllowed(press.getObjectName(), press.getOperation());
        LOG.info(
                "{} {}@{} {} {} of {}",
                visitor.isOperator() ? "Operator" : "Viewer",
                visitor.getName(),
                visitor.address(),
                allowed ? "presses" : "may not press",
                plain(press.getOperation()),
                plain(press.getObjectName().toString()));
    }

    private static String plain(String text) {
        String start = text.length() > 200 ? text.substring(0, 200) : text;
        return start.replaceAll("[^\\x20-\\x7e]", "?");
    }
}
