package org.paysign.console;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.jolokia.json.JSONStructure;
import org.jolokia.server.core.config.ConfigKey;
import org.jolokia.server.core.config.StaticConfiguration;
import org.jolokia.server.core.config.SystemPropertyMode;
import org.jolokia.server.core.request.BadRequestException;
import org.jolokia.server.core.request.EmptyResponseException;
import org.jolokia.server.core.service.JolokiaServiceManagerFactory;
import org.jolokia.server.core.service.api.JolokiaServiceManager;
import org.jolokia.service.jmx.LocalRequestHandler;
import org.jolokia.service.serializer.JolokiaSerializer;
import org.jspecify.annotations.Nullable;
import org.paysign.http.Page;

/**
 * Jolokia's protocol over GET and POST, asked through its own code and not through its servlet: no options from system
 * properties or variables, no services from the class path, no JSONP, no proxy, no answer of another type.
 */
public final class Calls {

    private static final int BYTES = 64 * 1024;
    private static final int FIRST = 1;
    private static final String JSON = "application/json";
    /** Hawtio says the second; a form on another page can send neither. */
    private static final Set<String> TYPES = Set.of(JSON, "text/json");

    /** What Hawtio and people ask with; {@code callback}, {@code p} and their like are not among them. */
    private static final Set<String> PARAMETERS = Set.of(
            "canonicalNaming",
            "ignoreErrors",
            "ifModifiedSince",
            "includeRequest",
            "listCache",
            "listKeys",
            "maxCollectionSize",
            "maxDepth",
            "maxObjects",
            "serializeLong");

    private final Access access = Access.load();
    private final JolokiaServiceManager services;
    private @Nullable Requests requests;

    /** Not open yet; without the access policy it never will be. */
    public Calls() {
        services = JolokiaServiceManagerFactory.createJolokiaServiceManager(
                new StaticConfiguration(
                        Map.of(
                                ConfigKey.AGENT_ID.getKeyValue(), "paysign",
                                ConfigKey.AGENT_DESCRIPTION.getKeyValue(), "PaySign",
                                ConfigKey.ALLOW_ERROR_DETAILS.getKeyValue(), "false",
                                ConfigKey.DISABLE_DETECTORS.getKeyValue(), "true",
                                ConfigKey.INCLUDE_STACKTRACE.getKeyValue(), "false",
                                ConfigKey.STREAMING.getKeyValue(), "false"),
                        null,
                        SystemPropertyMode.NEVER),
                new JolokiaLog(),
                access);
        services.addService(new LocalRequestHandler(FIRST));
        services.addService(new JolokiaSerializer(FIRST, false));
    }

    /** Opens. */
    public synchronized void start() {
        requests = new Requests(services.start(), access);
    }

    /** Closes. */
    public synchronized void stop() {
        requests = null;
        services.stop();
    }

    private synchronized @Nullable Requests requests() {
        return requests;
    }

    /**
     * What comes of a request.
     *
     * @param path behind Jolokia's own
     */
    Page answer(Request request, String path) {
        Requests open = requests();
        if (open == null) {
            return refusal(HttpStatus.SERVICE_UNAVAILABLE_503);
        }
        Map<String, String[]> parameters = new TreeMap<>();
        for (Fields.Field field : Request.extractQueryParameters(request)) {
            boolean usual = field.getName().equals("mimeType") && JSON.equals(field.getValue());
            if (!usual && !PARAMETERS.contains(field.getName())) {
                return refusal(HttpStatus.BAD_REQUEST_400);
            }
            parameters.put(field.getName(), field.getValues().toArray(String[]::new));
        }
        try {
            if (HttpMethod.GET.is(request.getMethod())) {
                return json(open.handleGetRequest(request.getHttpURI().getPath(), path, parameters));
            }
            if (HttpMethod.POST.is(request.getMethod())) {
                return post(open, request, parameters);
            }
            return refusal(HttpStatus.METHOD_NOT_ALLOWED_405);
        } catch (BadRequestException | EmptyResponseException | IOException | RuntimeException bad) {
            return refusal(HttpStatus.BAD_REQUEST_400);
        }
    }

    private static Page post(Requests open, Request request, Map<String, String[]> parameters)
            throws BadRequestException, EmptyResponseException, IOException {
        String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        if (type == null || !TYPES.contains(type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT))) {
            return refusal(HttpStatus.UNSUPPORTED_MEDIA_TYPE_415);
        }
        byte[] body;
        try (InputStream content = Content.Source.asInputStream(request)) {
            body = content.readNBytes(BYTES + 1);
        }
        if (body.length > BYTES) {
            return refusal(HttpStatus.PAYLOAD_TOO_LARGE_413);
        }
        return json(open.handlePostRequest("", new ByteArrayInputStream(body), "UTF-8", parameters));
    }

    private static Page json(JSONStructure answer) {
        return new Page(HttpStatus.OK_200, JSON, answer.toJSONString());
    }

    private static Page refusal(int status) {
        return new Page(status, "text/plain", "");
    }
}
