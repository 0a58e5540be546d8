package org.paysign.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.paysign.merchant.KeyRing;
import org.paysign.merchant.RingKey;

/** How a merchant's keys are told, to programs and to people. */
record RingText(KeyRing ring) {

    ObjectNode document() {
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("merchant", ring.merchant())
                .put("appId", ring.profile().appId())
                .put("signType", ring.profile().type().name());
        ring.fault().ifPresent(fault -> document.put("fault", fault));
        ArrayNode keys = document.putArray("keys");
        keys().forEach(key -> {
            ObjectNode shown = keys.addObject()
                    .put("setting", key.setting())
                    .put("bits", key.bits())
                    .put("sha256", key.fingerprint())
                    .put("publicKey", key.bare());
            key.serial().ifPresent(serial -> shown.put("serial", serial));
            key.ends().ifPresent(ends -> shown.put("ends", ends.toString()));
        });
        return document;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Merchant " + ring.merchant() + ", app " + ring.profile().appId() + ", "
                + ring.profile().type());
        keys().forEach(key -> {
            lines.add("  " + key.setting() + (key.setting().equals("app-private-key") ? " (its public half)" : ""));
            lines.add("    " + (key.bits() > 0 ? "RSA, " + key.bits() + " bits" : "SM2") + ", SHA-256 "
                    + key.fingerprint());
            key.serial()
                    .ifPresent(serial -> lines.add("    certificate " + serial + ", ends "
                            + key.ends().map(Object::toString).orElse("?")));
            lines.add("    " + key.bare());
        });
        ring.fault().ifPresent(fault -> lines.add("  PaySign does not run with it: " + fault));
        return lines;
    }

    private Stream<RingKey> keys() {
        return Stream.concat(ring.app().stream(), ring.alipay().stream());
    }

    @Override
    public String toString() {
        return "RingText[]";
    }
}
