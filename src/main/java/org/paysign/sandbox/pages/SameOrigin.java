package org.paysign.sandbox.pages;

import java.util.Locale;
import org.paysign.sandbox.Call;
import org.paysign.sandbox.Endpoint;
import org.paysign.sandbox.Reply;

/**
 * Lets a POST through that our own page sent, or a program; a browser on another page can neither send JSON unasked nor
 * hide where it is.
 */
record SameOrigin(Endpoint behind) implements Endpoint {

    @Override
    public Reply answer(Call call) {
        if (!"application/json".equals(mediaType(call))) {
            return Reply.error(415, "The body must be application/json");
        }
        var ours = "http://" + call.header("Host").orElse("");
        if (!call.header("Origin").orElse(ours).equals(ours)
                || !call.header("Sec-Fetch-Site").orElse("same-origin").equals("same-origin")) {
            return Reply.error(403, "Only the sandbox's own pages may send this");
        }
        return behind.answer(call);
    }

    private static String mediaType(Call call) {
        return call.header("Content-Type").orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
