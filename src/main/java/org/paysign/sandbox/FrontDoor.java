package org.paysign.sandbox;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one HTTP handler of the world: leads each call to its endpoint and refuses what no endpoint should see. */
final class FrontDoor extends Handler.Abstract {

    static final int MAX_BODY = 256 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);
    private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "[::1]");

    /** Only what this server itself sent: nothing written into a page, and nothing of another site. */
    private static final String CONTENT_SECURITY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Map<String, Map<String, Endpoint>> endpoints = new ConcurrentHashMap<>();
    private final List<Witness> witnesses = new CopyOnWriteArrayList<>();

    /** Opens a path, now or while the server runs. */
    FrontDoor open(String method, String path, Endpoint endpoint) {
        endpoints.computeIfAbsent(path, any -> new ConcurrentSkipListMap<>()).put(method, endpoint);
        return this;
    }

    void tell(Witness witness) {
        witnesses.add(witness);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        var reply = reply(request, response);
        if (reply instanceof Reply.Text text) {
            send(text, response, callback);
        } else if (reply instanceof Reply.Held held) {
            request.getComponents()
                    .getScheduler()
                    .schedule(
                            () -> send(held.answer(), response, callback),
                            held.delay().toMillis(),
                            TimeUnit.MILLISECONDS);
        } else if (reply instanceof Reply.Live live) {
            stream(live, response, callback);
        } else {
            reset(request, callback);
        }
        return true;
    }

    private Reply reply(Request request, Response response) throws IOException {
        if (!HERE.contains(Objects.requireNonNullElse(Request.getServerName(request), "")) || fromElsewhere(request)) {
            return Reply.error(403, "The sandbox answers this machine only");
        }
        var methods = endpoints.get(request.getHttpURI().getPath());
        if (methods == null) {
            return Reply.error(404, "Nothing lives at this path");
        }
        var endpoint = methods.get(request.getMethod());
        if (endpoint == null) {
            response.getHeaders().put(HttpHeader.ALLOW, String.join(", ", methods.keySet()));
            return Reply.error(405, "This path takes another method");
        }
        // Read before it is refused: an answer to a client that still sends is lost when the connection closes.
        var body = Content.Source.asInputStream(request).readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            return Reply.error(413, "The body is larger than " + MAX_BODY + " bytes");
        }
        var query = Objects.requireNonNullElse(request.getHttpURI().getQuery(), "");
        try {
            var call = new Call(query, request.getHeaders(), body);
            var reply = endpoint.answer(call);
            witnesses.forEach(witness -> witness.saw(request.getHttpURI().getPath(), call, reply));
            return reply;
        } catch (RuntimeException e) {
            LOG.error("An endpoint of the world failed", e);
            return Reply.error(500, "The sandbox failed, its log says why");
        }
    }

    /** A page of another site that makes the browser call us carries its Origin. */
    private static boolean fromElsewhere(Request request) {
        var origin = request.getHeaders().get(HttpHeader.ORIGIN);
        if (origin == null) {
            return false;
        }
        try {
            return !HERE.contains(
                    Objects.requireNonNullElse(HttpURI.from(origin).getHost(), ""));
        } catch (RuntimeException e) {
            return true;
        }
    }

    private static void send(Reply.Text text, Response response, Callback callback) {
        response.setStatus(text.status());
        head(response, text.mediaType() + ";charset=" + text.charset().name());
        response.write(true, ByteBuffer.wrap(text.body().getBytes(text.charset())), callback);
    }

    /** Keeps its thread until the feed ends or nobody reads any more. */
    private static void stream(Reply.Live live, Response response, Callback callback) {
        head(response, "text/event-stream;charset=utf-8");
        try (var feed = live.feed()) {
            try (var out = Content.Sink.asOutputStream(response)) {
                for (var part = feed.next(); part.isPresent(); part = feed.next()) {
                    out.write(part.get().getBytes(StandardCharsets.UTF_8));
                    out.flush();
                }
            }
            callback.succeeded();
        } catch (IOException gone) {
            callback.failed(gone);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            callback.failed(stopping);
        }
    }

    private static void head(Response response, String contentType) {
        response.getHeaders()
                .put(HttpHeader.CONTENT_TYPE, contentType)
                .put(HttpHeader.CACHE_CONTROL, "no-store")
                .put("Content-Security-Policy", CONTENT_SECURITY)
                .put("Cross-Origin-Opener-Policy", "same-origin")
                .put("Cross-Origin-Resource-Policy", "same-origin")
                .put("Referrer-Policy", "no-referrer")
                .put("X-Content-Type-Options", "nosniff");
    }

    /** Lingering for no time turns the close into a reset. */
    private static void reset(Request request, Callback callback) throws IOException {
        var endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        if (endPoint.getTransport() instanceof SocketChannel channel) {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        }
        endPoint.close();
        callback.failed(new IOException("reset on purpose"));
    }

    /** What Jetty itself refuses, such as a malformed request, told in the same form and without an echo. */
    static boolean refuse(Request request, Response response, Callback callback) {
        var status = response.getStatus() < 400 ? 500 : response.getStatus();
        var body = Reply.error(status, "The request is refused with status " + status)
                .body();
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.write(true, ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)), callback);
        return true;
    }
}
