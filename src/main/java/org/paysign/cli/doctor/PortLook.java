package org.paysign.cli.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/**
 * Whether a port is free.
 *
 * @param key the key that names it
 * @param management host and port at which a running PaySign tells of itself
 */
public record PortLook(String key, InetSocketAddress address, InetSocketAddress management) {

    /** Takes it for a moment; if it is taken already, asks whether by a PaySign. */
    public List<Finding> look() throws InterruptedException {
        String name = "port " + address.getPort() + " (" + key + ")";
        try (ServerSocket free = new ServerSocket()) {
            free.setReuseAddress(true);
            free.bind(address);
            return List.of(Finding.ok(name, "free"));
        } catch (IOException taken) {
            return List.of(
                    isPaySign()
                            ? Finding.ok(name, "taken, by a PaySign that runs")
                            : Finding.fail(
                                    name,
                                    "taken by another program, or not allowed",
                                    "Give " + key + " another port, or end the program that has it."));
        }
    }

    private boolean isPaySign() throws InterruptedException {
        String host = management.getAddress() == null || management.getAddress().isAnyLocalAddress()
                ? "127.0.0.1"
                : management.getAddress().getHostAddress();
        try {
            HttpResponse<String> answer = HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(2))
                    .build()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host)
                                            + ":" + management.getPort() + "/observe/health/live"))
                                    .timeout(Duration.ofSeconds(3))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            return answer.body().contains("\"status\"");
        } catch (IOException somethingElse) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "PortLook[]";
    }
}
