package org.paysign.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;

/** One HTTP call, read whole; the query is the raw one. */
public final class Call {

    private final String query;
    private final HttpFields headers;
    private final byte[] body;

    Call(String query, HttpFields headers, byte[] body) {
        this.query = query;
        this.headers = headers;
        this.body = body;
    }

    public String query() {
        return query;
    }

    /** The caller must not change it. */
    public byte[] body() {
        return body;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The body as one JSON object in UTF-8. */
    public Optional<ObjectNode> json() {
        return Form.text(body, StandardCharsets.UTF_8).flatMap(StrictJson::object);
    }
}
