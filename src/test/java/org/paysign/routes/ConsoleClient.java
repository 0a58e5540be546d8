package org.paysign.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.NullUnmarked;
import org.paysign.cli.RunningBundle;

/** Asks the console as curl would. */
@NullUnmarked
final class ConsoleClient {

    private final HttpClient http = HttpClient.newHttpClient();
    private final RunningBundle bundle;

    ConsoleClient(RunningBundle bundle) {
        this.bundle = bundle;
    }

    static ObjectNode body(String type, String bean) {
        return Deal.JSON.createObjectNode().put("type", type).put("mbean", bean);
    }

    JsonNode read(String user, String bean, String... attribute) throws Exception {
        ObjectNode read = body("read", bean);
        if (attribute.length > 0) {
            read.put("attribute", attribute[0]);
        }
        return post(user, read);
    }

    JsonNode press(String user, String bean, String operation, String... arguments) throws Exception {
        ObjectNode press = body("exec", bean).put("operation", operation);
        for (String argument : arguments) {
            press.withArray("arguments").add(argument);
        }
        return post(user, press);
    }

    /** Everything but a refusal would be an answer of the MBean, that there is none of this name included. */
    static boolean refused(JsonNode answer) {
        return answer.path("status").asInt() == 403 && !answer.has("value");
    }

    JsonNode get(String user, String path) throws Exception {
        return json(send(login(user, request("/hawtio/jolokia" + path)).GET()).body());
    }

    JsonNode post(String user, JsonNode body) throws Exception {
        return json(send(login(user, request("/hawtio/jolokia"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString())))
                .body());
    }

    static String encoded(String bean) {
        return URLEncoder.encode(bean, StandardCharsets.UTF_8);
    }

    static JsonNode json(String text) throws IOException {
        return Deal.JSON.readTree(text);
    }

    static HttpRequest.Builder login(String user, HttpRequest.Builder request) {
        return request.header(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + bundle.managementPort() + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
