package org.paysign.routes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A merchant's endpoint that keeps headers and bytes of every try, and answers with the status codes it is given. */
final class Endpoint implements AutoCloseable {

    /** One request, header names in lower case, and every byte of the body as one character. */
    record Try(String method, String path, Map<String, String> headers, String body) {

        byte[] bytes() {
            return body.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    private final HttpServer server;
    private final List<Try> tries = new CopyOnWriteArrayList<>();
    private final Queue<Integer> codes = new ArrayDeque<>();

    Endpoint(Integer... codes) throws IOException {
        this.codes.addAll(List.of(codes));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        Map<String, String> headers = exchange.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(
                        header -> header.getKey().toLowerCase(Locale.ROOT),
                        header -> String.join(",", header.getValue())));
        tries.add(new Try(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1)));
        Integer code = codes.poll();
        exchange.sendResponseHeaders(code == null ? 204 : code, -1);
        exchange.close();
    }

    String uri(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    List<Try> tries() {
        return List.copyOf(tries);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
