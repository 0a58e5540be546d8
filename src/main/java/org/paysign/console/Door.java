package org.paysign.console;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.paysign.http.Answers;
import org.paysign.http.Page;
import org.paysign.http.Visitor;

/** The login of the management port: HTTP Basic (RFC 7617). Health is open to all; wrong credentials open nothing. */
public final class Door extends Handler.Wrapper {

    private static final String METRICS = "/observe/metrics";
    private static final String CHALLENGE = "Basic realm=\"PaySign\", charset=\"UTF-8\"";
    private static final String NOBODY = "Nobody can log in here: give paysign.console.operator.password or"
            + " paysign.console.viewer.password a value and start PaySign again.\n";

    private final Accounts accounts;
    private final Guesses guesses;
    private final boolean metricsToo;

    /**
     * In front of everything.
     *
     * @param metricsToo whether the metrics ask for a login as the console does
     */
    public Door(Accounts accounts, Clock clock, boolean metricsToo) {
        this.accounts = accounts;
        this.guesses = new Guesses(clock);
        this.metricsToo = metricsToo;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        boolean locked = Console.isBelow(path) || (metricsToo && path.equals(METRICS));
        List<String> sent = request.getHeaders().getValuesList(HttpHeader.AUTHORIZATION);
        if (locked && accounts.none()) {
            Answers.write(response, callback, new Page(HttpStatus.FORBIDDEN_403, "text/plain", NOBODY));
            return true;
        }
        if (sent.isEmpty()) {
            if (locked) {
                challenge(response, callback);
                return true;
            }
            return super.handle(request, response, callback);
        }
        String address = Request.getRemoteAddr(request);
        if (guesses.tooMany(address)) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, "60");
            Answers.refuse(response, callback, HttpStatus.TOO_MANY_REQUESTS_429);
            return true;
        }
        Accounts.Account account = sent.size() == 1 ? account(sent.get(0)) : null;
        if (account == null) {
            guesses.count(address);
            challenge(response, callback);
            return true;
        }
        if (path.equals(Console.LOGOUT)) {
            // A browser forgets what it is told to be wrong.
            challenge(response, callback);
            return true;
        }
        request.setAttribute(Visitor.class.getName(), new Visitor(account.user, account.operator, address));
        return super.handle(request, response, callback);
    }

    private Accounts.@Nullable Account account(String header) {
        if (!header.toLowerCase(Locale.ROOT).startsWith("basic ")) {
            return null;
        }
        try {
            byte[] credentials = Base64.getDecoder()
                    .decode(header.substring("basic ".length()).strip());
            return accounts.find(new String(credentials, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException noBase64) {
            return null;
        }
    }

    private static void challenge(Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, CHALLENGE);
        Answers.refuse(response, callback, HttpStatus.UNAUTHORIZED_401);
    }
}
