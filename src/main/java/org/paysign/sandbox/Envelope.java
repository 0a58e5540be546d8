package org.paysign.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** An answer of Alipay: the text of its node and the signature over exactly that text. */
record Envelope(String name, String node, @Nullable String sign) {

    /** Signed for the application, or unsigned when there is none. */
    static Envelope of(@Nullable FakeApp app, String name, ObjectNode content) {
        var node = StrictJson.writeAsAlipay(content);
        return new Envelope(name, node, app == null ? null : app.seal(node));
    }

    /** The same answer with a signature that does not fit. */
    Envelope damaged() {
        return sign == null ? this : new Envelope(name, node, (sign.startsWith("A") ? "B" : "A") + sign.substring(1));
    }

    /** As the gateway sends it. */
    String text() {
        return "{\"" + name + "\":" + node + (sign == null ? "" : ",\"sign\":\"" + sign + "\"") + "}";
    }

    /** As the phone hands it to the mini program. */
    String text(String signType) {
        return "{\"" + name + "\":" + node
                + (sign == null ? "" : ",\"sign\":\"" + sign + "\",\"sign_type\":\"" + signType + "\"") + "}";
    }
}
