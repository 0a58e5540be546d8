package org.paysign.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** An answer of Alipay: the text of its node, the signature over exactly that text, and whose certificate belongs to it. */
record Envelope(String name, String node, @Nullable String certSn, @Nullable String sign) {

    /** Signed for the application, or unsigned when there is none. */
    static Envelope of(@Nullable FakeApp app, String name, ObjectNode content) {
        var node = StrictJson.writeAsAlipay(content);
        var certificates = app == null ? null : app.certificates();
        return new Envelope(
                name,
                node,
                certificates == null ? null : certificates.alipaySerial(),
                app == null ? null : app.seal(node));
    }

    /** The same answer with a signature that does not fit. */
    Envelope damaged() {
        return sign == null
                ? this
                : new Envelope(name, node, certSn, (sign.startsWith("A") ? "B" : "A") + sign.substring(1));
    }

    /** As the gateway sends it. */
    String text() {
        return "{\"" + name + "\":" + node + member("alipay_cert_sn", certSn) + member("sign", sign) + "}";
    }

    /** As the phone hands it to the mini program. */
    String text(String signType) {
        return "{\"" + name + "\":" + node + member("alipay_cert_sn", certSn) + member("sign", sign)
                + member("sign_type", sign == null ? null : signType) + "}";
    }

    private static String member(String name, @Nullable String value) {
        return value == null ? "" : ",\"" + name + "\":\"" + value + "\"";
    }
}
