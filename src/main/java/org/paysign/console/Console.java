package org.paysign.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.URIUtil;
import org.paysign.http.Answers;
import org.paysign.http.Area;
import org.paysign.http.Page;
import org.paysign.http.Visitor;

/** Hawtio: its files, the few questions its pages ask the server, and the MBeans behind them. */
public final class Console extends Area {

    static final String ROOT = "/hawtio";
    static final String LOGOUT = ROOT + "/auth/logout";
    private static final String JOLOKIA = ROOT + "/jolokia";
    private static final String JSON = "application/json";

    private final ConsoleFiles files = new ConsoleFiles();
    private final Map<String, Function<Visitor, Page>> answers = new TreeMap<>();
    private final Calls calls;

    /**
     * Behind a door.
     *
     * @param calls to the MBeans
     */
    public Console(Calls calls) throws IOException {
        this.calls = calls;
        Page settings = json(settings());
        answers.put("/hawtconfig.json", visitor -> settings);
        answers.put("/user", visitor -> json("\"" + visitor.getName() + "\""));
        answers.put("/plugin", visitor -> json("[]"));
        answers.put("/preset-connections", visitor -> json("[]"));
        answers.put("/auth/config/login", visitor -> json("[]"));
        answers.put("/auth/config/oidc", visitor -> json("[]"));
        answers.put("/auth/config/session-timeout", visitor -> json("{\"timeout\":-1}"));
        answers.put("/keycloak/enabled", visitor -> json("false"));
        answers.put("/proxy/enabled", visitor -> json("false"));
    }

    private static String settings() throws IOException {
        try (InputStream file = Objects.requireNonNull(Console.class.getResourceAsStream("hawtconfig.json"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Page json(String text) {
        return new Page(HttpStatus.OK_200, JSON, text);
    }

    /** Whether a path belongs to the console, so that it needs a login. */
    static boolean isBelow(String path) {
        return path.equals(ROOT) || path.startsWith(ROOT + "/");
    }

    @Override
    public Set<String> paths() {
        Set<String> paths = new TreeSet<>(Set.of(ROOT, ROOT + "/", LOGOUT, JOLOKIA, JOLOKIA + "/"));
        answers.keySet().forEach(path -> paths.add(ROOT + path));
        files.names().forEach(path -> paths.add(ROOT + path));
        return paths;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        if (!isBelow(path)) {
            return false;
        }
        if (!(request.getAttribute(Visitor.class.getName()) instanceof Visitor visitor)) {
            // The door lets nobody through; should it ever, nothing is behind it.
            Answers.refuse(response, callback, HttpStatus.FORBIDDEN_403);
        } else if (!SameOrigin.allows(request)) {
            Answers.refuse(response, callback, HttpStatus.FORBIDDEN_403);
        } else if (path.equals(JOLOKIA) || path.startsWith(JOLOKIA + "/")) {
            Page page = SameOrigin.allowsCalls(request)
                    ? visitor.during(() -> calls.answer(request, URIUtil.decodePath(path.substring(JOLOKIA.length()))))
                    : new Page(HttpStatus.FORBIDDEN_403, "text/plain", "");
            Answers.write(response, callback, page);
        } else if (!HttpMethod.GET.is(request.getMethod())) {
            response.getHeaders().put(HttpHeader.ALLOW, HttpMethod.GET.asString());
            Answers.refuse(response, callback, HttpStatus.METHOD_NOT_ALLOWED_405);
        } else {
            page(request, response, callback, visitor, path.substring(ROOT.length()));
        }
        return true;
    }

    private void page(Request request, Response response, Callback callback, Visitor visitor, String name)
            throws IOException {
        Function<Visitor, Page> answer = answers.get(name);
        if (name.isEmpty()) {
            response.getHeaders().put(HttpHeader.LOCATION, ROOT + "/");
            Answers.refuse(response, callback, HttpStatus.FOUND_302);
        } else if (answer != null) {
            Answers.write(response, callback, answer.apply(visitor));
        } else if (files.names().contains(name)) {
            files.write(response, callback, name);
        } else if (name.equals("/") || isPage(request, name)) {
            files.writeIndex(response, callback);
        } else {
            Answers.refuse(response, callback, HttpStatus.NOT_FOUND_404);
        }
    }

    /** An address inside Hawtio, opened from a bookmark: the one page finds its way by itself. */
    private static boolean isPage(Request request, String name) {
        String accepts = request.getHeaders().get(HttpHeader.ACCEPT);
        return accepts != null && accepts.contains("text/html") && name.matches("(/[a-z-]{1,32}){1,4}");
    }
}
