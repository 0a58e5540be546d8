package org.paysign.cli.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.paysign.json.StrictJson;

/** What a running PaySign tells and does for an operator, over its management port (Jolokia). Used by one thread. */
public final class Desk {

    /** The MBeans of the contract and beside it. */
    public static final String AGREEMENTS = "org.paysign:type=Agreements";

    public static final String PARKED = "org.paysign:type=Parked";
    public static final String REGISTER = "org.paysign:type=Register";

    /** Longer than any operation waits before it goes on by itself. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI base;
    private final String login;

    /**
     * Of one instance.
     *
     * @param base such as {@code http://127.0.0.1:9876}
     */
    public Desk(URI base, String user, String password) {
        this.base = base;
        this.login =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** Where it is. */
    public URI base() {
        return base;
    }

    /** The names of the MBeans that a pattern fits. */
    public JsonNode search(String pattern) {
        return value(
                StrictJson.mapper().createObjectNode().put("type", "search").put("mbean", pattern));
    }

    /** All attributes of an MBean, by their names. */
    public JsonNode read(String mbean) {
        return value(StrictJson.mapper().createObjectNode().put("type", "read").put("mbean", mbean));
    }

    /** Presses an operation and returns what it answers. */
    public JsonNode press(String mbean, String operation, Object... arguments) {
        ObjectNode request = StrictJson.mapper()
                .createObjectNode()
                .put("type", "exec")
                .put("mbean", mbean)
                .put("operation", operation);
        request.set("arguments", StrictJson.mapper().valueToTree(arguments));
        return value(request);
    }

    /** The page of the health checks, whether up or down. */
    public JsonNode health() {
        HttpResponse<String> response = send(HttpRequest.newBuilder(base.resolve("/observe/health")));
        if (response.statusCode() != 200 && response.statusCode() != 503) {
            throw refused(response.statusCode());
        }
        return parsed(response.body());
    }

    private JsonNode value(ObjectNode request) {
        HttpResponse<String> response = send(HttpRequest.newBuilder(base.resolve("/hawtio/jolokia"))
                .header("Authorization", login)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(request.toString())));
        if (response.statusCode() != 200) {
            throw refused(response.statusCode());
        }
        JsonNode answer = parsed(response.body());
        int status = answer.path("status").asInt();
        if (status != 200) {
            throw status == 403 || status == 404
                    ? new IllegalStateException(base + " does not allow or know "
                            + request.path("mbean").asText()
                            + ": is it PaySign, of this version, and the user an operator?")
                    : new IllegalStateException("PaySign answered: " + sentence(answer));
        }
        return answer.path("value");
    }

    /** The exception's own words, without its class. */
    private static String sentence(JsonNode answer) {
        return answer.path("error")
                .asText("nothing")
                .replaceFirst("^(?:[a-zA-Z_$]+[.])+[A-Za-z_$]+ : ", "")
                .replaceAll("[\\p{Cntrl}]", " ");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (IOException away) {
            throw new IllegalStateException("Nobody answers at " + base
                    + ": is PaySign running, and are paysign.management.host and .port its own?"
                    + " Name another with --url");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted");
        }
    }

    private IllegalStateException refused(int status) {
        return new IllegalStateException(
                switch (status) {
                    case 401 ->
                        base + " refuses the login: give paysign.console.operator.password, or the variable"
                                + " PAYSIGN_CONSOLE_OPERATOR_PASSWORD, the running PaySign's value";
                    case 403 -> base + " lets nobody in: the running PaySign has no paysign.console.operator.password";
                    case 421 -> base + " is not what it calls itself: add this name to its paysign.management.names";
                    default -> base + " answers " + status + ": is it PaySign's management port?";
                });
    }

    private JsonNode parsed(String body) {
        try {
            return StrictJson.mapper().readTree(body);
        } catch (JsonProcessingException other) {
            throw new IllegalStateException(base + " answers no JSON: is it PaySign's management port?");
        }
    }
}
