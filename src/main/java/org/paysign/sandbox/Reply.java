package org.paysign.sandbox;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What becomes of a call. */
public sealed interface Reply {

    record Text(int status, String mediaType, Charset charset, String body) implements Reply {}

    /** The answer comes, but later than anybody waits. */
    record Held(Text answer, Duration delay) implements Reply {}

    /** The connection is reset without an answer. */
    record Cut() implements Reply {}

    /** The answer goes on for as long as the feed does: server-sent events. */
    record Live(Feed feed) implements Reply {}

    static Text json(int status, Object value) {
        return new Text(status, "application/json", StandardCharsets.UTF_8, StrictJson.write(value));
    }

    /** The message must hold nothing of the call. */
    static Text error(int status, String message) {
        return json(status, StrictJson.node().put("error", message));
    }
}
